package io.plumbline.query.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.query.verify.Verification.Difference;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RowComparisonTest {
    private static final List<String> KEYS = List.of("project_key");

    @Test
    void countsRowsThatCameWentAndChanged() {
        RowComparison compared = compare(
                "[{'project_key':'PAY','created':2},{'project_key':'WEB','created':1},{'project_key':null,'created':4}]",
                "[{'project_key':'PAY','created':3},{'project_key':'APP','created':1},{'project_key':null,'created':4}]");
        assertThat(compared.added()).isEqualTo(1);
        assertThat(compared.removed()).isEqualTo(1);
        assertThat(compared.changed()).isEqualTo(1);
        assertThat(compared.differences().stream().map(RowComparisonTest::text))
                .containsExactly(
                        "changed {project_key=\"PAY\"} created 2 3",
                        "removed {project_key=\"WEB\"} null {\"created\":1} null",
                        "added {project_key=\"APP\"} null null {\"created\":1}");
    }

    @Test
    void takesAnotherOrderForNoChange() {
        RowComparison compared = compare(
                "[{'project_key':'PAY','created':2},{'project_key':'WEB','created':1}]",
                "[{'project_key':'WEB','created':1},{'project_key':'PAY','created':2}]");
        assertThat(compared).isEqualTo(new RowComparison(0, 0, 0, List.of()));
    }

    @Test
    void countsARowOnceHoweverManyOfItsNumbersChanged() {
        RowComparison compared = compare(
                "[{'project_key':'PAY','created':2,'closed':1}]", "[{'project_key':'PAY','created':3,'closed':2}]");
        assertThat(compared.changed()).isEqualTo(1);
        assertThat(compared.differences()).hasSize(2);
    }

    @Test
    void tellsRowsOfTheSameDimensionsApartByTheirOrder() {
        RowComparison compared = compare(
                "[{'project_key':'PAY','created':1},{'project_key':'PAY','created':2}]",
                "[{'project_key':'PAY','created':1},{'project_key':'PAY','created':5},{'project_key':'PAY','created':7}]");
        assertThat(compared.changed()).isEqualTo(1);
        assertThat(compared.added()).isEqualTo(1);
    }

    @Test
    void showsTheFirstTenDifferences() {
        String rows = IntStream.range(0, 30)
                .mapToObj(i -> "{'project_key':'P" + i + "','created':1}")
                .collect(Collectors.joining(",", "[", "]"));
        RowComparison compared = compare("[]", rows);
        assertThat(compared.added()).isEqualTo(30);
        assertThat(compared.differences()).hasSize(10);
    }

    private static String text(Difference one) {
        return String.join(
                " ",
                one.kind(),
                one.row().toString(),
                String.valueOf(one.column()),
                String.valueOf(one.before()),
                String.valueOf(one.after()));
    }

    private static RowComparison compare(String before, String after) {
        return RowComparison.of(json(before), json(after), KEYS);
    }

    private static byte[] json(String text) {
        return text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }
}
