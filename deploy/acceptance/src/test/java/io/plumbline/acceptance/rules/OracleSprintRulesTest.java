package io.plumbline.acceptance.rules;

class OracleSprintRulesTest extends SprintRules {
    @Override
    protected Answers answers() {
        return new OracleAnswers();
    }
}
