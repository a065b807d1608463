package io.plumbline.acceptance.rules;

class OracleWorkRulesTest extends WorkRules {
    @Override
    protected Answers answers() {
        return new OracleAnswers();
    }
}
