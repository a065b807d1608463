package io.plumbline.catalog.interop;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.node.TextNode;
import io.plumbline.catalog.testing.Api;
import io.plumbline.catalog.testing.Query;
import io.plumbline.catalog.testing.QueryServer;
import io.plumbline.catalog.testing.Sample;
import io.plumbline.embedded.EmbeddedServers;
import io.plumbline.embedded.TestTokens;
import io.plumbline.spec.trial.TrialFault;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(value = EmbeddedServers.class, initArgs = @ResourceArg(name = "servers", value = "postgres,kafka"))
@QuarkusTestResource(QueryServer.class)
class ImportApiTest {
    private static final String PATH = "/analytics/metrics/import";

    @BeforeEach
    void queryIsThere() {
        Query.setBack();
    }

    @Test
    void takesWhatAUserOfDbtWrites() throws Exception {
        send("dbt-hand", "?format=dbt", file("by-hand.dbt.yaml"))
                .statusCode(200)
                .body("data.created", equalTo(6))
                .body("data.refused", equalTo(1))
                .body("data.items.find { it.name == 'running_total' }.errors[0].code", equalTo("window_of_a_metric"))
                .body("data.items.find { it.name == 'running_total' }.errors[0].pointer", equalTo("/metrics/5/type"));
        metric("dbt-hand", "urgent_tickets")
                .body("data.sql_template", equalTo("issue_id"))
                .body("data.computation.where", equalTo("priority = 'Highest'"))
                .body("data.computation.event_time", equalTo("created"));
        metric("dbt-hand", "finished_points_total")
                .body("data.computation.where", equalTo("done_at is not null"))
                .body("data.computation.event_time", equalTo("done"))
                .body("data.aggregation", equalTo("sum"))
                .body("data.unit", equalTo("points"));
        metric("dbt-hand", "stories_and_bugs").body("data.computation.where", containsString("'Story', 'Bug'"));
        metric("dbt-hand", "slow_tail").body("data.aggregation", equalTo("p90")).body("data.unit", equalTo("days"));
        metric("dbt-hand", "urgent_share").body("data.dependencies", contains("urgent_tickets", "stories_and_bugs"));
        metric("dbt-hand", "points_per_story").body("data.type", equalTo("derived"));
        // Each with what it is made of, as if it were sent alone.
        assertThat(Query.trials()).hasSize(6);
    }

    @Test
    void takesWhatAUserOfOsiWrites() throws Exception {
        send("osi-hand", "?format=osi", file("by-hand.osi.yaml"))
                .statusCode(200)
                .body("data.items.findAll { it.result == 'created' }.name", hasItems("osi_bugs", "osi_points_each"))
                .body("data.items.find { it.name == 'osi_bugs' }.assumed", hasItem("event time: created_at"))
                .body("data.items.find { it.name == 'osi_snowflake' }.errors[0].code", equalTo("dialect"));
        metric("osi-hand", "osi_bugs")
                .body("data.computation.where", equalTo("is_bug"))
                .body("data.synonyms", contains("bug inflow"));
        metric("osi-hand", "osi_points_each").body("data.type", equalTo("derived"));
    }

    @Test
    void writesNothingInADryRun() throws Exception {
        String before = Api.tag("dbt-dry");
        send("dbt-dry", "?dry_run=true", file("by-hand.dbt.yaml"))
                .statusCode(200)
                .body("data.dry_run", equalTo(true))
                .body("data.created", equalTo(6));
        assertThat(Api.tag("dbt-dry")).isEqualTo(before);
    }

    @Test
    void knowsWhatItHasAlready() throws Exception {
        send("dbt-again", "", file("by-hand.dbt.yaml")).statusCode(200);
        String before = Api.tag("dbt-again");
        send("dbt-again", "", file("by-hand.dbt.yaml")).body("data.unchanged", equalTo(6));
        assertThat(Api.tag("dbt-again")).isEqualTo(before);
        // A file without versions: what changes gets the next one.
        String edited = file("by-hand.dbt.yaml")
                .replace("label: Slow tail", "label: Slow end")
                .replace("priority = 'Highest'", "priority in ('Highest', 'High')");
        send("dbt-again", "", edited)
                .body("data.updated", equalTo(2))
                .body(
                        "data.items.findAll { it.result == 'updated' }.metric",
                        hasItems("slow_tail@1.0.1", "urgent_tickets@2.0.0"));
        Api.get("dbt-again", "/analytics/metrics/slow_tail/history").body("data", hasSize(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dbt", "osi"})
    void takesBackTheWholeCatalog(String format) {
        Api.create("trip-" + format, Sample.urgent("trip_urgent")).statusCode(200);
        String file = Api.get("trip-" + format, "/analytics/metrics/export?format=" + format)
                .extract()
                .asString();
        send("trip-" + format, "?format=" + format, file)
                .statusCode(200)
                .body("data.items.result", everyItem(equalTo("unchanged")));
        send("trip-other-" + format, "?format=" + format, file)
                .body("data.created", equalTo(1))
                .body("data.refused", equalTo(0))
                .body("data.items.find { it.result == 'created' }.metric", equalTo("trip_urgent@1.0.0"));
    }

    @Test
    void leavesOutWhatIsRefusedAndAllThatIsMadeOfIt() throws Exception {
        String broken = file("by-hand.dbt.yaml").replace("priority = 'Highest'", "nobody_knows = 'Highest'");
        send("dbt-part", "", broken)
                .statusCode(200)
                .body("data.created", equalTo(4))
                .body(
                        "data.items.findAll { it.result == 'refused' }.name",
                        contains("urgent_tickets", "urgent_share", "running_total"))
                .body(
                        "data.items.find { it.name == 'urgent_tickets' }.errors[0].pointer",
                        equalTo("/semantic_models/0/measures/1/expr"))
                .body(
                        "data.items.find { it.name == 'urgent_tickets' }.errors[0].message",
                        containsString("nobody_knows"))
                .body(
                        "data.items.find { it.name == 'urgent_share' }.errors[0].message",
                        containsString("urgent_tickets"));
        Api.get("dbt-part", "/analytics/metrics/urgent_tickets").statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            (select password from users)                | select
            issue_id; drop table warehouse.issues       | ;
            pg_sleep(10)                                | pg_sleep
            issue_id -- comment                         | -
            issue_id /* comment */                      | *
            "issue_id"                                  | "
            case when true then tenant_id end           | tenant_id
            '{{ env_var("PASSWORD") }}'                 | Jinja
            1 union select 2                            | union
            $$text$$                                    | $
            """)
    void refusesDangerousSqlAndNamesTheToken(String sql, String token) throws Exception {
        send("dbt-danger", "", simple("expr: " + TextNode.valueOf(sql)))
                .statusCode(400)
                .body("code", equalTo("invalid_file"))
                .body("errors[0].pointer", equalTo("/semantic_models/0/measures/0/expr"))
                .body("errors[0].message", containsString(token));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            'metrics: []'                              | no_metrics
            'metrics: [1'                              | not_yaml
            ''                                         | empty
            'a: 1'                                     | not_dbt
            '{metrics: [], metrics: []}'               | duplicate_key
            '{metrics: [], mertics: []}'               | unsupported_member
            '{metrics: [{nmae: x, name: ab, type: simple}]}' | unsupported_member
            '{metrics: !!java.io.File [/etc/passwd]}'  | tag
            """)
    void refusesWhatIsNoSuchFile(String body, String code) {
        send("dbt-broken", "", body)
                .statusCode(400)
                .body("code", equalTo("invalid_file"))
                .body("errors[0].code", equalTo(code));
    }

    @Test
    void boundsSizeAndWhatAliasesRepeat() throws IOException {
        var bomb = new StringBuilder("metrics: []\na0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            bomb.append("a%1$d: &a%1$d [*a%2$d, *a%2$d, *a%2$d, *a%2$d, *a%2$d, *a%2$d]\n".formatted(i, i - 1));
        }
        send("dbt-large", "", bomb.toString()).statusCode(400).body("errors[0].code", equalTo("too_large"));
        send("dbt-large", "", "metrics: []\n#" + "x".repeat(1_010_000))
                .statusCode(400)
                .body("errors[0].code", equalTo("too_long"));
        assertThat(announce("dbt-large", (1 << 20) + 1)).startsWith("HTTP/1.1 413 ");
    }

    @Test
    void tellsEachOfManyFaultsAndTakesNoMoreThanTwoHundred() {
        send("dbt-many", "", many(200))
                .statusCode(400)
                .body("errors", hasSize(200))
                .body("errors[199].pointer", equalTo("/semantic_models/0/measures/199/expr"));
        send("dbt-many", "", many(201)).statusCode(400).body("errors[0].code", equalTo("too_many_metrics"));
    }

    private static String many(int count) {
        var file = new StringBuilder("semantic_models: [{name: issue, model: ref('issues'), measures: [");
        for (int i = 0; i < count; i++) {
            file.append("{name: many_%d, agg: sum, expr: nobody, create_metric: true},".formatted(i));
        }
        return file.append("]}]").toString();
    }

    @Test
    void changesNothingWhereItCantBeTried() throws Exception {
        Query.setAway();
        send("dbt-away", "", file("by-hand.dbt.yaml")).statusCode(503);
        Api.get("dbt-away", "/analytics/metrics/slow_tail").statusCode(404);
    }

    @Test
    void tellsWhatTheTrialFound() throws Exception {
        Query.setFaults(new TrialFault("only@1.0.0", null, "too_slow", "It took too long."));
        send("dbt-slow", "", simple("expr: issue_id"))
                .statusCode(400)
                .body("errors[0].code", equalTo("too_slow"))
                .body("errors[0].pointer", equalTo("/semantic_models/0/measures/0"));
    }

    @Test
    void isForAdministratorsWhoSawTheNewestState() throws Exception {
        for (String token : new String[] {TestTokens.viewer("acme"), TestTokens.analyst("acme")}) {
            given().auth().oauth2(token).body("metrics: []").post(PATH).then().statusCode(403);
        }
        given().auth()
                .oauth2(TestTokens.admin("dbt-stale"))
                .header("If-Match", "\"other\"")
                .contentType("application/yaml")
                .body(bytes(file("by-hand.dbt.yaml")))
                .post(PATH)
                .then()
                .statusCode(412);
        send("acme", "?format=lookml", "metrics: []").statusCode(400).body("errors[0].pointer", equalTo("/format"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/yaml", "text/yaml", "text/plain", "application/json"})
    void readsYamlWhateverItIsCalled(String type) throws Exception {
        given().auth()
                .oauth2(TestTokens.admin("dbt-types"))
                .contentType(type)
                .body(bytes(simple("expr: issue_id")))
                .post(PATH + "?dry_run=true")
                .then()
                .statusCode(200)
                .body("data.created", equalTo(1));
    }

    private static String simple(String expression) {
        return """
                semantic_models:
                  - name: issue
                    model: ref('issues')
                    measures:
                      - name: only
                        agg: count
                        create_metric: true
                        %s
                """.formatted(expression);
    }

    private static ValidatableResponse metric(String tenant, String name) {
        return Api.get(tenant, "/analytics/metrics/" + name).statusCode(200);
    }

    private static ValidatableResponse send(String tenant, String query, String yaml) {
        return given().auth()
                .oauth2(TestTokens.admin(tenant))
                .contentType("application/yaml; charset=utf-8")
                .body(bytes(yaml))
                .post(PATH + query)
                .then();
    }

    /** The first line of the answer to a body that is only announced: it is refused before it is sent. */
    private static String announce(String tenant, int length) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port);
                var answer =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            String head =
                    "POST %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nContent-Length: %d\r\n\r\n"
                            .formatted(PATH, TestTokens.admin(tenant), length);
            socket.getOutputStream().write(bytes(head));
            return answer.readLine();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String file(String name) throws IOException {
        try (var content = ImportApiTest.class.getResourceAsStream("/interop/" + name)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
