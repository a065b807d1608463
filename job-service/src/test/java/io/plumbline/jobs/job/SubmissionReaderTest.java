package io.plumbline.jobs.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.assertj.core.groups.Tuple.tuple;

import io.plumbline.spec.problem.FieldError;
import io.plumbline.spec.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubmissionReaderTest {
    @Test
    void takesASpecAloneOrWithPriorityAndLabel() {
        Submission bare = read("{\"measures\": [{\"name\": \"created\"}]}");
        assertThat(bare.pointer()).isEmpty();
        assertThat(bare.priority()).isNull();
        Submission whole = read("""
                {"label": " Weekly ", "priority": "low", "spec": {"measures": [{"name": "created"}]}}""");
        assertThat(whole.pointer()).isEqualTo("/spec");
        assertThat(whole.priority()).isEqualTo(Priority.LOW);
        assertThat(whole.label()).isEqualTo("Weekly");
        assertThat(whole.specText()).isEqualTo(bare.specText());
        assertThat(whole.bodyHash()).isNotEqualTo(bare.bodyHash());
    }

    @Test
    void equalBodiesHaveEqualHashes() {
        assertThat(read("{\"spec\": {\"limit\": 5}, \"label\": \"a\"}").bodyHash())
                .isEqualTo(read("{\"label\":\"a\",\"spec\":{\"limit\":5}}").bodyHash())
                .isNotEqualTo(read("{\"label\":\"b\",\"spec\":{\"limit\":5}}").bodyHash());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            []                                                | ``        | wrong_type
            7                                                 | ``        | wrong_type
            {}                                                | /spec     | required
            {"spec": []}                                      | /spec     | required
            {"spec": {}, "prority": "low"}                    | /prority  | unknown_member
            {"spec": {}, "priority": "urgent"}                | /priority | invalid_value
            {"spec": {}, "priority": 1}                       | /priority | invalid_value
            {"spec": {}, "label": ""}                         | /label    | invalid_value
            {"spec": {}, "label": "a\\u0007"}                 | /label    | invalid_value
            {"spec": {}, "label": 5}                          | /label    | invalid_value
            {"spec": {}, "tenant_id": "globex"}               | /tenant_id | unknown_member
            """)
    void tellsWhatIsWrong(String body, String pointer, String code) {
        assertThatThrownBy(() -> read(body))
                .asInstanceOf(type(ProblemException.class))
                .satisfies(problem -> {
                    assertThat(problem.type().status()).isEqualTo(400);
                    assertThat(problem.errors())
                            .extracting(FieldError::pointer, FieldError::code)
                            .containsExactly(tuple(pointer, code));
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"spec\": {}} {}", "{\"spec\": {}, \"spec\": {}}", "nul"})
    void refusesWhatIsNotJson(String body) {
        assertThatThrownBy(() -> read(body))
                .asInstanceOf(type(ProblemException.class))
                .satisfies(problem -> assertThat(problem.type().code()).isEqualTo("malformed_json"));
    }

    @Test
    void tellsEveryFaultAtOnce() {
        assertThatThrownBy(() -> read("{\"a\": 1, \"priority\": 2, \"label\": 3}"))
                .asInstanceOf(type(ProblemException.class))
                .satisfies(problem -> assertThat(problem.errors()).hasSize(4));
    }

    @Test
    void refusesTheOversize() {
        assertThatThrownBy(() -> SubmissionReader.read(new byte[SubmissionReader.MOST_BYTES + 1]))
                .hasMessageContaining("65536");
    }

    private static Submission read(String body) {
        return SubmissionReader.read(body.getBytes(StandardCharsets.UTF_8));
    }
}
