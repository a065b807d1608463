package io.plumbline.acceptance.product;

import io.plumbline.acceptance.rules.Answers;
import io.plumbline.acceptance.rules.WorkRules;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningProduct.class)
class WorkRulesTest extends WorkRules {
    private final Product product;

    WorkRulesTest(Product product) {
        this.product = product;
    }

    @Override
    protected Answers answers() {
        return new ProductAnswers(product);
    }
}
