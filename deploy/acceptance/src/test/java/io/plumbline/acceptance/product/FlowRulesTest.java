package io.plumbline.acceptance.product;

import io.plumbline.acceptance.rules.Answers;
import io.plumbline.acceptance.rules.FlowRules;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningProduct.class)
class FlowRulesTest extends FlowRules {
    private final Product product;

    FlowRulesTest(Product product) {
        this.product = product;
    }

    @Override
    protected Answers answers() {
        return new ProductAnswers(product);
    }
}
