package io.plumbline.acceptance.rules;

class OracleSpillRulesTest extends SpillRules {
    @Override
    protected Answers answers() {
        return new OracleAnswers();
    }
}
