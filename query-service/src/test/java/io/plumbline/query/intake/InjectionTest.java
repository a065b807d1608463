package io.plumbline.query.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.plumbline.embedded.EmbeddedServers;
import io.plumbline.query.testing.Call;
import io.plumbline.query.testing.Neighbours;
import io.plumbline.query.testing.Warehouse;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Hostile texts in every place of a spec that takes a text: they change nothing and show nothing. */
@QuarkusTest
@WithTestResource(Neighbours.class)
class InjectionTest {
    private static final List<String> ATTACKS = List.of(
            "'; DROP TABLE warehouse.issues; --",
            "' OR '1'='1",
            "created\" , (SELECT string_agg(display_name, ',') FROM warehouse.users) AS \"x",
            "$1",
            "${jndi:ldap://127.0.0.1/x}",
            "{{7*7}}",
            "project_key UNION SELECT tenant_id FROM warehouse.tenants",
            "x); SELECT set_config('app.tenant_id', 'umbrella', true); --",
            "umbrella",
            "%",
            "\\",
            "\u202e\ud83d\ude00",
            "a\nb\r\tc");

    private static final Map<String, String> PLACES = Map.ofEntries(
            Map.entry("measure", "{\"measures\": [{\"name\": \"@\"}]}"),
            Map.entry("as", "{\"measures\": [{\"name\": \"created\", \"as\": \"@\"}]}"),
            Map.entry("agg", "{\"measures\": [{\"name\": \"created\", \"agg\": \"@\"}]}"),
            Map.entry("parameter", "{\"measures\": [{\"name\": \"stuck_count\", \"params\": {\"@\": 1}}]}"),
            Map.entry(
                    "parameter value", "{\"measures\": [{\"name\": \"stuck_count\", \"params\": {\"days\": \"@\"}}]}"),
            Map.entry("dimension", "{\"measures\": [{\"name\": \"created\"}], \"dimensions\": [\"@\"]}"),
            Map.entry(
                    "granularity",
                    "{\"measures\": [{\"name\": \"created\"}], \"dimensions\": [{\"field\": \"metric_time\", \"granularity\": \"@\"}]}"),
            Map.entry(
                    "filter field",
                    "{\"measures\": [{\"name\": \"created\"}], \"filters\": [{\"field\": \"@\", \"op\": \"=\", \"value\": \"x\"}]}"),
            Map.entry(
                    "operator",
                    "{\"measures\": [{\"name\": \"created\"}], \"filters\": [{\"field\": \"priority\", \"op\": \"@\", \"value\": \"x\"}]}"),
            Map.entry("equal", filtered("=", "\"@\"")),
            Map.entry("in", filtered("in", "[\"@\", \"High\"]")),
            Map.entry("contains", filtered("contains", "\"@\"")),
            Map.entry("like", filtered("like", "\"@\"")),
            Map.entry("starts_with", filtered("starts_with", "\"@\"")),
            Map.entry("not_in", filtered("not_in", "[\"@\"]")),
            Map.entry("timezone", "{\"measures\": [{\"name\": \"created\"}], \"time\": {\"timezone\": \"@\"}}"),
            Map.entry("from", "{\"measures\": [{\"name\": \"created\"}], \"time\": {\"from\": \"@\"}}"),
            Map.entry("compare", "{\"measures\": [{\"name\": \"created\"}], \"time\": {\"compare\": \"@\"}}"),
            Map.entry("sort", "{\"measures\": [{\"name\": \"created\"}], \"sort\": [{\"field\": \"@\"}]}"),
            Map.entry("datasource", "{\"measures\": [{\"name\": \"created\"}], \"datasource\": \"@\"}"),
            Map.entry("member", "{\"measures\": [{\"name\": \"created\"}], \"@\": 1}"),
            Map.entry(
                    "chart", "{\"measures\": [{\"name\": \"created\"}], \"chart\": {\"type\": \"@\", \"x\": \"@\"}}"));

    private static String filtered(String operator, String value) {
        return """
                {"measures": [{"name": "created"}], "dimensions": ["project_key", "assignee"],
                 "filters": [{"field": "priority", "op": "%s", "value": %s}]}
                """.formatted(operator, value);
    }

    static Stream<Arguments> places() {
        return PLACES.entrySet().stream().map(place -> Arguments.of(place.getKey(), place.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("places")
    void changesNothingAndShowsNothing(String place, String template) {
        List<String> before = state();
        for (String attack : ATTACKS) {
            String spec = template.replace("@", escaped(attack));
            var answer = Call.run("acme", spec).extract();
            assertThat(answer.statusCode()).as("%s in %s", attack, place).isIn(200, 400);
            assertThat(answer.asString())
                    .as("%s in %s", attack, place)
                    .doesNotContain("CANARY", "syntax error", "PgException", "42601");
        }
        assertThat(state()).isEqualTo(before);
    }

    private static String escaped(String text) {
        return new String(JsonStringEncoder.getInstance().quoteAsString(text));
    }

    private static List<String> state() {
        return Warehouse.query(EmbeddedServers.postgres(), """
                SELECT (SELECT count(*) FROM warehouse.issues), (SELECT count(*) FROM warehouse.sprints),
                    (SELECT string_agg(tenant_id || data_version, ',' ORDER BY tenant_id) FROM warehouse.tenants),
                    (SELECT count(*) FROM pg_class WHERE relnamespace = 'warehouse'::regnamespace)
                """);
    }
}
