package io.plumbline.acceptance.product;

import io.plumbline.acceptance.rules.Answers;
import io.plumbline.acceptance.rules.SpillRules;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningProduct.class)
class SpillRulesTest extends SpillRules {
    private final Product product;

    SpillRulesTest(Product product) {
        this.product = product;
    }

    @Override
    protected Answers answers() {
        return new ProductAnswers(product);
    }
}
