package io.plumbline.acceptance.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.acceptance.history.Chance;
import io.plumbline.acceptance.spec.Form;
import io.plumbline.acceptance.spec.RandomSpec;
import io.plumbline.acceptance.spec.SpecMatrix;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The product answers what an independent reading of the definitions answers, on random histories. */
@ExtendWith(RunningProduct.class)
class OracleComparisonTest {
    private static final int HISTORIES = Integer.getInteger("plumbline.histories", 24);
    private static final int SPECS = Integer.getInteger("plumbline.specs", 60);
    private static final int FORM_HISTORIES = Integer.getInteger("plumbline.form.histories", 3);
    private static final int FORM_SPECS = Integer.getInteger("plumbline.form.specs", 20);
    private static final long SEED = Long.getLong("plumbline.seed", 1);

    private final List<String> differences = Collections.synchronizedList(new ArrayList<>());

    @Test
    void agreesOnEachMetricDimensionAggregationOperatorAndPeriod(Product product) {
        List<ObjectNode> specs = SpecMatrix.of(SEED);
        Workers.each(SEED, HISTORIES, seed -> {
            Difference difference = new Difference(seed, product);
            for (int j = (int) (seed - SEED); j < specs.size(); j += HISTORIES) {
                differences.addAll(difference.on(specs.get(j)));
            }
        });
        assertThat(differences).isEmpty();
    }

    @Test
    void agreesOnSpecsOfManyMeasuresDimensionsAndFilters(Product product) {
        Workers.each(SEED + 1000, HISTORIES, seed -> {
            Difference difference = new Difference(seed, product);
            RandomSpec specs = new RandomSpec(new Chance(seed));
            for (int j = 0; j < SPECS; j++) {
                differences.addAll(difference.on(specs.make()));
            }
        });
        assertThat(differences).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void agreesOnSpecsWith(Form form, Product product) {
        Workers.each(SEED + form.name().hashCode(), FORM_HISTORIES, seed -> {
            Difference difference = new Difference(seed, product);
            RandomSpec specs = new RandomSpec(new Chance(seed));
            for (int j = 0; j < FORM_SPECS; j++) {
                differences.addAll(difference.on(specs.with(form)));
            }
        });
        assertThat(differences).isEmpty();
    }
}
