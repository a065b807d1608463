package io.plumbline.spec.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.spec.read.SpecReader;
import org.junit.jupiter.api.Test;

class ShapeHashTest {
    private static final String SPEC = """
            {"measures": [{"name": "created"}], "dimensions": ["project_key"],
             "filters": [{"field": "status", "op": "=", "value": "Done"},
                         {"or": [{"field": "label", "op": "in", "value": ["a", "b"]}, {"field": "board", "op": "=", "value": "z"}]}],
             "time": {"from": "2026-01-01", "to": "2026-02-01", "granularity": "month"}, "limit": 5}""";

    @Test
    void valuesDatesAndLimitMakeNoOtherShape() {
        assertThat(shape(SPEC.replace("Done", "Open")
                        .replace("\"a\"", "\"zz\"")
                        .replace("\"z\"", "\"a\"")
                        .replace("2026-01-01", "2025-06-01")
                        .replace(": 5", ": 70000")))
                .isEqualTo(shape(SPEC))
                .matches("[0-9a-f]{64}");
    }

    @Test
    void columnsOperatorsAndPeriodsDo() {
        assertThat(new String[] {
                    shape(SPEC.replace("created", "closed")),
                    shape(SPEC.replace("project_key", "assignee")),
                    shape(SPEC.replace("\"in\"", "\"not_in\"")),
                    shape(SPEC.replace("\"month\"", "\"week\"")),
                    shape("{\"measures\": [{\"name\": \"created\"}]}")
                })
                .doesNotContain(shape(SPEC))
                .doesNotHaveDuplicates();
    }

    private static String shape(String spec) {
        return ShapeHash.of(SpecReader.forJobs().read(spec).orThrow());
    }
}
