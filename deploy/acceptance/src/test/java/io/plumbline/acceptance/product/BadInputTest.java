package io.plumbline.acceptance.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad input gets a problem that names the field, the fault and what is allowed. */
@ExtendWith(RunningProduct.class)
class BadInputTest {
    private static final String INJECTION = "'; DROP TABLE warehouse.issues; --";

    private final Product product;

    BadInputTest(Product product) {
        this.product = product;
    }

    static Stream<Arguments> refusedSpecs() {
        String many = IntStream.range(0, 11)
                .mapToObj(i -> "{\"name\":\"created\",\"as\":\"m" + i + "\"}")
                .collect(Collectors.joining(","));
        return Stream.of(
                Arguments.of("{\"measures\":[{\"name\":\"created\"}],\"surprise\":1}", "surprise"),
                Arguments.of("{\"measures\":[{\"name\":\"created\",\"aggregate\":\"sum\"}]}", "aggregate"),
                Arguments.of("{\"measures\":\"created\"}", "/measures"),
                Arguments.of("{\"measures\":[{\"name\":7}]}", "/measures/0/name"),
                Arguments.of("{\"measures\":[{\"name\":\"created\"}],\"limit\":\"50\"}", "/limit"),
                Arguments.of("{\"measures\":[{\"name\":\"created\"}],\"limit\":0}", "/limit"),
                Arguments.of("{\"measures\":[{\"name\":\"created\"}],\"limit\":1001}", "/limit"),
                Arguments.of("{\"measures\":[]}", "/measures"),
                Arguments.of("{}", "/measures"),
                Arguments.of("{\"measures\":[" + many + "]}", "/measures"),
                Arguments.of("{\"measures\":[{\"name\":\"velocty\"}]}", "velocity"),
                Arguments.of("{\"measures\":[{\"name\":\"velocity@7\"}]}", "/measures/0/name"),
                Arguments.of("{\"measures\":[{\"name\":\"created\",\"agg\":\"median\"}]}", "/measures/0/agg"),
                Arguments.of("{\"measures\":[{\"name\":\"wip\",\"agg\":\"sum\"}]}", "/measures/0/agg"),
                Arguments.of(
                        "{\"measures\":[{\"name\":\"stuck_count\",\"params\":{\"weeks\":1}}]}", "/measures/0/params"),
                Arguments.of("{\"measures\":[{\"name\":\"created\"},{\"name\":\"created\"}]}", "/measures/1"),
                Arguments.of("{\"measures\":[{\"name\":\"created\"}],\"dimensions\":[\"projectkey\"]}", "project_key"),
                Arguments.of(
                        "{\"measures\":[{\"name\":\"velocity\"}],\"dimensions\":[\"issue_type\"]}", "/dimensions/0"),
                Arguments.of(filtered("velocity", "assignee", "=", "\"Ana\""), "/filters/0"),
                Arguments.of(filtered("created", "asignee", "=", "\"Ana\""), "assignee"),
                Arguments.of(filtered("created", "assignee", "equals", "\"Ana\""), "/filters/0/op"),
                Arguments.of(filtered("created", "assignee", "in", "\"Ana\""), "/filters/0/value"),
                Arguments.of(filtered("created", "created_at", ">", "\"yesterday\""), "/filters/0/value"),
                Arguments.of(filtered("created", "status_category", "=", "\"finished\""), "/filters/0/value"),
                Arguments.of(filtered("created", "is_subtask", "=", "\"yes\""), "/filters/0/value"),
                Arguments.of(filtered("created", "label", "=", "\"a\\u0000b\""), "/filters/0/value"),
                Arguments.of(timed("\"from\":\"2025-13-01\",\"to\":\"2025-12-01\""), "/time/from"),
                Arguments.of(timed("\"from\":\"2025-02-01\",\"to\":\"2025-01-01\""), "/time"),
                Arguments.of(timed("\"timezone\":\"Mars/Olympus\""), "/time/timezone"),
                Arguments.of(timed("\"from\":\"2025-01-01\",\"compare\":\"previous_period\""), "/time"),
                Arguments.of("{\"measures\":[{\"name\":\"created\"}],\"sort\":[{\"field\":\"nothing\"}]}", "/sort/0"),
                Arguments.of("{\"datasource\":\"elsewhere\",\"measures\":[{\"name\":\"created\"}]}", "/datasource"),
                Arguments.of("{\"measures\":[{\"name\":\"" + INJECTION + "\"}]}", "/measures/0/name"),
                Arguments.of("{\"measures\":[{\"name\":\"created\",\"as\":\"" + INJECTION + "\"}]}", "/measures/0/as"),
                Arguments.of(
                        "{\"measures\":[{\"name\":\"created\"}],\"dimensions\":[\"" + INJECTION + "\"]}",
                        "/dimensions/0"),
                Arguments.of(filtered("created", INJECTION, "=", "1"), "/filters/0/field"));
    }

    private static String filtered(String metric, String field, String op, String value) {
        return "{\"measures\":[{\"name\":\"%s\"}],\"filters\":[{\"field\":\"%s\",\"op\":\"%s\",\"value\":%s}]}"
                .formatted(metric, field, op, value);
    }

    private static String timed(String members) {
        return "{\"measures\":[{\"name\":\"created\"}],\"time\":{" + members + "}}";
    }

    @ParameterizedTest
    @MethodSource("refusedSpecs")
    void namesWhatIsWrongInASpec(String spec, String hint) {
        Reply reply = run(spec);
        assertThat(reply.status()).as(reply.text()).isBetween(400, 422);
        requireKindProblem(reply);
        assertThat(reply.json().path("errors")).as(reply.text()).isNotEmpty();
        assertThat(reply.text()).contains(hint);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "\"created\"",
                "{\"measures\":[{\"name\":\"created\"}]} {}",
                "{\"a\":1,\"a\":2}"
            })
    void refusesWhatIsNoSpecAtAll(String body) {
        Reply reply = run(body);
        assertThat(reply.status()).as(reply.text()).isEqualTo(400);
        requireKindProblem(reply);
    }

    @Test
    void reportsAllFaultsAtOnce() {
        Reply reply = run("""
                {"measures":[{"name":"velocty"}],"dimensions":["projekt"],
                "filters":[{"field":"asignee","op":"=","value":"Ana"}]}""");
        assertThat(reply.json().path("errors"))
                .extracting(e -> e.path("pointer").asText())
                .containsExactlyInAnyOrder("/measures/0/name", "/dimensions/0", "/filters/0/field");
        assertThat(reply.json().path("errors"))
                .allSatisfy(e -> assertThat(e.path("message").asText()).isNotBlank());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "' OR '1'='1",
                "'; DROP TABLE warehouse.issues; --",
                "$1",
                "%s",
                "${7*7}",
                "\\\" UNION SELECT 1",
                "x'); SELECT pg_sleep(10); --"
            })
    void hostileValuesAreOnlyValues(String value) {
        for (String op : new String[] {"=", "contains", "starts_with"}) {
            Reply reply = run(filtered("created", "label", op, '"' + value + '"'));
            assertThat(reply.status()).as(reply.text()).isEqualTo(200);
            assertThat(reply.json().at("/data/results/0/created").asInt()).isZero();
        }
        Reply after = run("{\"measures\":[{\"name\":\"created\"}]}");
        assertThat(after.json().at("/data/results/0/created").asInt()).isPositive();
    }

    @Test
    void refusesAStringOfAMegabyte() {
        Reply reply = run(filtered("created", "label", "=", '"' + "x".repeat(1_000_000) + '"'));
        assertThat(reply.status()).isBetween(400, 422);
        requireKindProblem(reply);
        assertThat(reply.text()).hasSizeLessThan(10_000);
    }

    @Test
    void refusesAFileThatIsNoNdjson() {
        String tenant = product.freshTenant();
        Reply reply = product.startImport(product.tokens().admin(tenant), "main", "id;name\n1;a\n");
        if (reply.status() == 202) {
            JsonNode report = product.load(tenant, "main", "id;name\n1;a\n");
            assertThat(report.path("lines_accepted").asInt()).isZero();
            assertThat(report.path("lines_rejected").asInt()).isEqualTo(2);
            assertThat(report.path("rejections"))
                    .allSatisfy(r -> assertThat(r.path("reason").asText()).isNotBlank());
        } else {
            assertThat(reply.status()).isBetween(400, 422);
            requireKindProblem(reply);
        }
    }

    @Test
    void refusesAnInstanceThatIsNoSlug() {
        Reply reply = product.startImport(product.tokens().admin(product.freshTenant()), "No%20Slug%27", "{}");
        assertThat(reply.status()).isBetween(400, 422);
        requireKindProblem(reply);
    }

    @Test
    void unknownPathsAndMethodsAreProblems() {
        String token = product.tokens().admin("demo");
        Reply unknown = product.get("/analytics/nothing", token);
        assertThat(unknown.status()).isEqualTo(404);
        requireKindProblem(unknown);
        Reply method = product.get("/analytics/run", token);
        assertThat(method.status()).isEqualTo(405);
        requireKindProblem(method);
    }

    private Reply run(String spec) {
        return product.post("/analytics/run", product.tokens().admin("demo"), spec);
    }

    /** Has the members every problem has, and tells nothing of the inside. */
    private static void requireKindProblem(Reply reply) {
        assertThat(reply.isProblem())
                .as("%s %s", reply.contentType(), reply.text())
                .isTrue();
        for (String member : new String[] {"type", "title", "status", "code", "traceId"}) {
            assertThat(reply.json().hasNonNull(member))
                    .as("%s in %s", member, reply.text())
                    .isTrue();
        }
        assertThat(reply.text())
                .doesNotContain("io.plumbline", "java.", "com.fasterxml", "Exception", "SELECT ", "warehouse.is");
    }
}
