package io.plumbline.acceptance.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.acceptance.history.Chance;
import io.plumbline.acceptance.history.RandomHistory;
import io.plumbline.acceptance.oracle.answer.Answer;
import io.plumbline.acceptance.oracle.answer.Oracle;
import io.plumbline.acceptance.oracle.record.TrackerReader;
import io.plumbline.acceptance.spec.Form;
import io.plumbline.acceptance.spec.RandomSpec;
import io.plumbline.acceptance.spec.SpecMatrix;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The oracle must have an answer to everything the specs ask, and most answers must say something. */
class OracleOnRandomHistoriesTest {
    @Test
    void answersEverySpecOfTheMatrix() {
        List<ObjectNode> specs = SpecMatrix.of(1);
        int rows = 0;
        for (int i = 0; i < specs.size(); i++) {
            rows += oracle(i % 20).answer(specs.get(i), Instant.now()).total();
        }
        assertThat(rows).isGreaterThan(3 * specs.size());
    }

    @Test
    void answersRandomSpecs() {
        Chance chance = new Chance(7);
        for (int i = 0; i < 300; i++) {
            Answer answer = oracle(i % 20).answer(new RandomSpec(chance).make(), Instant.now());
            assertThat(answer.rows().size()).isLessThanOrEqualTo(answer.total());
        }
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void answersRandomSpecsWith(Form form) {
        Chance chance = new Chance(8);
        for (int i = 0; i < 40; i++) {
            Answer answer = oracle(i % 20).answer(new RandomSpec(chance).with(form), Instant.now());
            assertThat(answer.rows().size()).isLessThanOrEqualTo(answer.total());
        }
    }

    private static Oracle oracle(long seed) {
        return new Oracle(RandomHistory.of(seed).stream()
                .map(t -> TrackerReader.read(t.instance(), t.lines()))
                .toList());
    }
}
