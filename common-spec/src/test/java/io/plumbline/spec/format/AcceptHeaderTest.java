package io.plumbline.spec.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptHeaderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*/* | JSON",
                "application/json | JSON",
                "application/json;charset=utf-8 | JSON",
                "Text/CSV | CSV",
                "text/* | CSV",
                "application/x-ndjson | NDJSON",
                "application/* | JSON",
                "text/html, */*;q=0.8 | JSON",
                "text/csv;q=0.5, application/x-ndjson;q=0.9 | NDJSON",
                "text/csv, application/json;q=0.9 | CSV",
                "text/csv, application/json | JSON",
                "*/*, application/json;q=0 | NDJSON",
                "application/json;q=0.1, */*;q=0.5 | NDJSON",
                "text/csv ; header=present ; Q=0.4, application/json;q=0.3 | CSV",
                "nonsense, text/csv | CSV"
            })
    void choosesTheFormThatIsWantedMost(String header, AnswerFormat expected) {
        assertThat(AcceptHeader.of(List.of(header)).choose()).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "image/*", "*/*;q=0", "nonsense", "application/problem+json"})
    void choosesNothingWhereNoFormIsTaken(String header) {
        assertThat(AcceptHeader.of(List.of(header)).choose()).isEmpty();
    }

    @Test
    void takesAnAbsentHeaderForAnything() {
        assertThat(AcceptHeader.of(List.of()).choose()).contains(AnswerFormat.JSON);
        assertThat(AcceptHeader.of(List.of("  ")).choose()).contains(AnswerFormat.JSON);
    }

    @Test
    void readsAHeaderOfSeveralLines() {
        assertThat(AcceptHeader.of(List.of("text/csv;q=0.2", "application/x-ndjson"))
                        .choose())
                .contains(AnswerFormat.NDJSON);
    }
}
