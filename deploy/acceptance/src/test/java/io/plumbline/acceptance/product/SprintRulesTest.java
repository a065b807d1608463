package io.plumbline.acceptance.product;

import io.plumbline.acceptance.rules.Answers;
import io.plumbline.acceptance.rules.SprintRules;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningProduct.class)
class SprintRulesTest extends SprintRules {
    private final Product product;

    SprintRulesTest(Product product) {
        this.product = product;
    }

    @Override
    protected Answers answers() {
        return new ProductAnswers(product);
    }
}
