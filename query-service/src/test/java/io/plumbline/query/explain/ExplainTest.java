package io.plumbline.query.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.plumbline.query.testing.Call;
import io.plumbline.query.testing.Neighbours;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Neighbours.class)
class ExplainTest {
    private static final String SPEC = """
            {"measures": [{"name": "closed"}], "dimensions": ["issue_type"],
             "filters": [{"field": "project_key", "op": "in", "value": ["PAY", "WEB"]},
                         {"field": "is_subtask", "op": "=", "value": false}],
             "time": {"from": "2026-01-01", "to": "2026-02-01", "timezone": "Europe/Prague"}}
            """;
    private static final Set<String> TYPES =
            Set.of("text", "integer", "double", "boolean", "date", "timestamp", "text[]", "boolean[]");

    @Test
    void showsTheStatementAndEveryValueApart() {
        var answer = Call.explain("acme", SPEC).statusCode(200).extract();
        String sql = answer.path("data.sql");
        List<Map<String, Object>> parameters = answer.path("data.parameters");
        assertThat(sql).contains("\"warehouse\".").doesNotContain("PAY", "Prague", "acme");
        assertThat(placeholders(sql))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, parameters.size()).boxed().toList());
        assertThat(parameters).extracting(p -> p.get("position")).first().isEqualTo(1);
        assertThat(parameters).extracting(p -> p.get("type")).isSubsetOf(TYPES);
        assertThat(parameters).extracting(p -> p.get("value")).contains("acme", List.of("PAY", "WEB"));
    }

    @Test
    void describesThePlanInItsOwnWords() {
        Call.explain("acme", SPEC)
                .body("data.metrics", contains("closed@1.0.0"))
                .body("data.plan.timezone", is("Europe/Prague"))
                .body("data.plan.range.from", is("2025-12-31T23:00:00Z"))
                .body("data.plan.steps", is(not(empty())))
                .body("data.plan.steps.reads.flatten()", hasItem(startsWith("warehouse.")))
                .body("meta.warnings", is(empty()));
    }

    @Test
    void saysHowTheNumbersAreComputed() {
        Call.explain("acme", SPEC)
                .body("data.words", hasItem("closed looks at issues, each by when it was done, and counts them."))
                .body("data.words", hasItem("Only what fits counts: the project is “PAY” or “WEB”."))
                .body("data.words", hasItem("Days begin at midnight in Europe/Prague."));
    }

    @Test
    void givesNoNumberOfThePlanner() {
        assertThat(Call.explain("acme", SPEC).extract().asString())
                .doesNotContainIgnoringCase("cost")
                .doesNotContain("width=", "Seq Scan");
    }

    @Test
    void isTheSameForEveryTenantButForTheTenant() {
        String acme = Call.explain("acme", SPEC).extract().asString();
        String umbrella = Call.explain("umbrella", SPEC).extract().asString();
        assertThat(umbrella.replace("umbrella", "acme")).isEqualTo(acme);
    }

    @Test
    void rejectsWhatRunRejects() {
        Call.explain("acme", "{\"measures\": [{\"name\": \"velocty\"}]}")
                .statusCode(400)
                .body("errors[0].suggestion", is("velocity"));
    }

    private static Set<Integer> placeholders(String sql) {
        Set<Integer> found = new TreeSet<>();
        Pattern.compile("\\$(\\d+)")
                .matcher(sql)
                .results()
                .forEach(match -> found.add(Integer.valueOf(match.group(1))));
        return found;
    }
}
