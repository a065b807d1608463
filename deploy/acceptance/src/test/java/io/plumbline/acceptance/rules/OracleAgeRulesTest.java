package io.plumbline.acceptance.rules;

class OracleAgeRulesTest extends AgeRules {
    @Override
    protected Answers answers() {
        return new OracleAnswers();
    }
}
