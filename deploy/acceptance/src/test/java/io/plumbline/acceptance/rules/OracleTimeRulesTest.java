package io.plumbline.acceptance.rules;

class OracleTimeRulesTest extends TimeRules {
    @Override
    protected Answers answers() {
        return new OracleAnswers();
    }
}
