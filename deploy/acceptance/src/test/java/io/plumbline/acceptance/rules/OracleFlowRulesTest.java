package io.plumbline.acceptance.rules;

class OracleFlowRulesTest extends FlowRules {
    @Override
    protected Answers answers() {
        return new OracleAnswers();
    }
}
