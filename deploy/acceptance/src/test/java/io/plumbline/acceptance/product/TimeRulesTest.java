package io.plumbline.acceptance.product;

import io.plumbline.acceptance.rules.Answers;
import io.plumbline.acceptance.rules.TimeRules;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningProduct.class)
class TimeRulesTest extends TimeRules {
    private final Product product;

    TimeRulesTest(Product product) {
        this.product = product;
    }

    @Override
    protected Answers answers() {
        return new ProductAnswers(product);
    }
}
