package io.plumbline.acceptance.product;

import io.plumbline.acceptance.rules.AgeRules;
import io.plumbline.acceptance.rules.Answers;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningProduct.class)
class AgeRulesTest extends AgeRules {
    private final Product product;

    AgeRulesTest(Product product) {
        this.product = product;
    }

    @Override
    protected Answers answers() {
        return new ProductAnswers(product);
    }
}
