package io.plumbline.catalog.lifecycle;

import static io.plumbline.catalog.testing.Sample.share;
import static io.plumbline.catalog.testing.Sample.urgent;
import static io.plumbline.catalog.testing.Sample.waiting;
import static io.plumbline.catalog.testing.Sample.with;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.both;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.catalog.testing.Api;
import io.plumbline.catalog.testing.Query;
import io.plumbline.catalog.testing.QueryServer;
import io.plumbline.catalog.testing.Sample;
import io.plumbline.embedded.EmbeddedServers;
import io.plumbline.embedded.TestTokens;
import io.plumbline.spec.Aggregation;
import io.plumbline.spec.catalog.MetricDefinition;
import io.plumbline.spec.trial.TrialFault;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A tenant's metrics from their first version to their last, on a real database. */
@QuarkusTest
@QuarkusTestResource(value = EmbeddedServers.class, initArgs = @ResourceArg(name = "servers", value = "postgres,kafka"))
@QuarkusTestResource(QueryServer.class)
class LifecycleApiTest {
    private static final AtomicInteger TENANTS = new AtomicInteger();

    private final String tenant = "lifecycle-" + TENANTS.incrementAndGet();

    @BeforeEach
    void letTrialsPass() {
        Query.setBack();
    }

    @Test
    void createsAMetricForItsTenantAlone() {
        String before = Api.tag(tenant);
        String after = Api.create(tenant, urgent("urgent"))
                .statusCode(200)
                .body("data.change", is("created"))
                .body("data.dry_run", is(false))
                .body("data.metric.owner", is("tenant"))
                .body("data.metric.tested", is(false))
                .body("data.statements_tried", is(3))
                .extract()
                .header("ETag");
        assertThat(after).isNotEqualTo(before).isEqualTo(Api.tag(tenant));
        Api.get(tenant, "/analytics/metrics").body("data.name", hasItem("urgent"));
        Api.get(tenant, "/analytics/metrics/urgent").statusCode(200).body("data.display_name", is("Urgent issues"));
        Api.get(tenant, "/analytics/metrics/velocity").body("data.owner", is("product"));
        Api.get("somebody-else", "/analytics/metrics/urgent").statusCode(404);
        Api.get("somebody-else", "/analytics/metrics").body("data.name", not(hasItem("urgent")));
        assertThat(Api.tag("somebody-else")).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"name\": \"urgent\"}",
                "{\"version\": \"1.0.0\"}",
                "{\"name\": \"a\", \"version\": \"x\"}"
            })
    void refusesAMetricWithoutNameOrVersion(String body) {
        Api.admin(tenant)
                .body(body)
                .post("/analytics/metrics")
                .then()
                .statusCode(both(greaterThanOrEqualTo(400)).and(lessThan(500)))
                .body("errors", not(empty()));
    }

    @Test
    void triesTheMetricWithAllThatItIsMadeOf() throws Exception {
        Api.create(tenant, urgent("urgent")).statusCode(200);
        Query.setBack();
        Api.create(tenant, share("urgent_share", "urgent")).statusCode(200);
        var trial = Query.trials().getFirst();
        assertThat(trial.metrics()).containsExactly("urgent_share@1.0.0");
        assertThat(trial.definitions())
                .extracting(MetricDefinition::name)
                .containsExactlyInAnyOrder("urgent_share", "urgent", "created");
        Query.setBack();
        Api.update(tenant, with(urgent("urgent"), "1.0.1")).statusCode(200);
        assertThat(Query.trials().getFirst().metrics()).containsExactlyInAnyOrder("urgent@1.0.1", "urgent_share@1.0.0");
    }

    @Test
    void saysWhatADryRunWouldDoAndDoesNothing() {
        String before = Api.tag(tenant);
        Api.admin(tenant)
                .queryParam("dry_run", "true")
                .body(urgent("urgent").toString())
                .post("/analytics/metrics")
                .then()
                .statusCode(200)
                .body("data.dry_run", is(true))
                .body("data.change", is("created"))
                .body("data.metric.name", is("urgent"));
        assertThat(Api.tag(tenant)).isEqualTo(before);
        Api.get(tenant, "/analytics/metrics/urgent").statusCode(404);
        Api.admin(tenant)
                .queryParam("dry_run", "perhaps")
                .body(urgent("urgent").toString())
                .post("/analytics/metrics")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", is("/dry_run"));
    }

    @Test
    void changesNothingWhileTrialsCannotBeMade() {
        String before = Api.tag(tenant);
        Query.setAway();
        Api.create(tenant, urgent("urgent"))
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .body("code", is("unavailable"))
                .body("detail", containsString("nothing was changed"));
        assertThat(Api.tag(tenant)).isEqualTo(before);
    }

    @Test
    void refusesWhatATrialFinds() throws Exception {
        Query.setFaults(
                new TrialFault("urgent@1.0.0", Aggregation.COUNT, "too_slow", "it takes too long on your data."),
                new TrialFault("other@1.0.0", Aggregation.AVG, "cannot_run", "the database refuses it."));
        Api.create(tenant, urgent("urgent"))
                .statusCode(400)
                .body("code", is("invalid_metric"))
                .body("errors.pointer", contains("/computation/aggregations/0", ""))
                .body("errors.code", contains("too_slow", "cannot_run"))
                .body("errors[1].message", containsString("`other@1.0.0`"));
        Api.get(tenant, "/analytics/metrics/urgent").statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            (select max(password) from users)  | select    | 2
            issue_id; drop table issues        | ;         | 9
            pg_sleep(10)                       | pg_sleep  | 1
            issue_id -- all                    | --        | 10
            "issue_id"                         | "         | 1
            secret_column                      | secret_column | 1
            """)
    void namesTheTokenOfADangerousTemplate(String template, String token, int position) {
        ObjectNode metric = urgent("urgent");
        ((ObjectNode) metric.get("computation")).put("sql_template", template);
        Api.create(tenant, metric)
                .statusCode(400)
                .body("errors.pointer", hasItem("/computation/sql_template"))
                .body("errors.code", hasItem("templates_parse"))
                .body("errors.message", hasItem(containsString("At character " + position)))
                .body("errors.message", hasItem(containsString(token)));
    }

    @Test
    void tellsAllFaultsAtOnce() {
        ObjectNode metric = urgent("urgent");
        metric.put("unit", "tickets").put("tested", true).put("surprise", 1);
        metric.putArray("synonyms").add("velocity");
        ((ObjectNode) metric.get("computation")).put("event_time", "yesterday").put("where", "colour = 'red'");
        Api.create(tenant, metric)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", is("invalid_metric"))
                .body("errors.pointer", hasItems("/tested", "/unit"))
                .body("errors.code", hasItems("not_to_set", "not_allowed", "unknown_member"));
        metric.remove("surprise");
        metric.remove("tested");
        metric.put("display_name", "x");
        metric.put("unit", "issues");
        Api.create(tenant, metric)
                .statusCode(400)
                .body(
                        "errors.pointer",
                        hasItems("/display_name", "/synonyms/0", "/computation/event_time", "/computation/where"))
                .body("errors.message", hasItem(containsString("already leads to velocity")));
    }

    @Test
    void refusesWeightsAndDependenciesThatDoNotHold() {
        ObjectNode score = urgent("score");
        score.set("computation", Sample.parse("""
                {"type": "composite", "parts": [{"name": "a", "metric": "velocity", "weight": 0.5},
                  {"name": "b", "metric": "nothing", "weight": 0.4}],
                 "baseline": {"kind": "instance", "minimum": 5, "clip": 3}}"""));
        Api.create(tenant, score)
                .statusCode(400)
                .body("errors.code", hasItems("weights_sum_to_one", "dependencies_exist"));
        Api.create(tenant, urgent("base")).statusCode(200);
        Api.create(tenant, share("upper", "base")).statusCode(200);
        Api.update(tenant, with(share("base", "upper"), "2.0.0"))
                .statusCode(400)
                .body("errors.code", hasItem("dependencies_have_no_cycle"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "\u202e", "\u200b", "\ue000"})
    void refusesCharactersThatNobodySees(String character) {
        ObjectNode metric = urgent("urgent");
        metric.put("display_name", "Urgent" + character + " issues");
        Api.create(tenant, metric).statusCode(400).body("errors.code", hasItem("unseen_character"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "7", "null", "\"urgent\"", ""})
    void refusesBodiesThatAreNoDefinition(String body) {
        Api.post(tenant, "/analytics/metrics", body).statusCode(400);
    }

    @Test
    void leavesTheProductsMetricsAlone() {
        Api.create(tenant, urgent("velocity"))
                .statusCode(409)
                .body("code", is("product_metric"))
                .body("detail", containsString("PUT /analytics/overlay"));
        Api.update(tenant, with(urgent("velocity"), "9.0.0")).statusCode(409).body("code", is("product_metric"));
        Api.post(tenant, "/analytics/metrics/velocity/deprecate", "{\"replaced_by\": \"created\", \"reason\": \"x\"}")
                .statusCode(409)
                .body("code", is("product_metric"));
        Api.post(tenant, "/analytics/metrics/velocity/activate", "{\"active\": false}")
                .statusCode(409)
                .body("code", is("product_metric"));
    }

    @Test
    void refusesABreakingChangeWithoutAMajorVersion() {
        Api.create(tenant, waiting("waiting")).statusCode(200);
        ObjectNode changed = waiting("waiting");
        ((ObjectNode) changed.at("/parameters/0")).put("maximum", 20);
        ((ObjectNode) changed.get("computation"))
                .put("where", "status_category = 'in_progress' and status_since <= snapshot_at - days(:days)");
        Api.update(tenant, with(changed, "1.1.0"))
                .statusCode(400)
                .body("errors.pointer", contains("/version", "/computation/where", "/parameters/0/maximum"))
                .body("errors.code", contains("version_step_too_small", "breaking_change", "breaking_change"))
                .body("errors[0].suggestion", is("2.0.0"));
        Api.update(tenant, with(changed, "2.0.0"))
                .statusCode(200)
                .body("data.change", is("updated"))
                .body("data.differences.level", contains("major", "major"));
        Api.get(tenant, "/analytics/metrics/waiting@1").statusCode(200).body("data.is_active", is(true));
    }

    @Test
    void asksForAMinorVersionWhereSomethingIsNew() {
        Api.create(tenant, waiting("waiting")).statusCode(200);
        ObjectNode more = waiting("waiting");
        ((ObjectNode) more.get("computation"))
                .putArray("aggregations")
                .add("last")
                .add("avg")
                .add("max");
        Api.update(tenant, with(more, "1.0.1"))
                .statusCode(400)
                .body("errors.code", contains("version_step_too_small", "needs_minor_version"))
                .body("errors[0].suggestion", is("1.1.0"));
        Api.update(tenant, with(more, "1.1.0")).statusCode(200).body("data.retired", contains("waiting@1.0.0"));
        Api.update(tenant, with(more, "1.0.5")).statusCode(400).body("errors.code", contains("version_too_low"));
        Api.update(tenant, with(more, "1.1.0")).statusCode(409).body("code", is("version_exists"));
    }

    @Test
    void keepsThreeMajorVersions() {
        Api.create(tenant, urgent("urgent")).statusCode(200);
        for (String version : List.of("2.0.0", "3.0.0")) {
            Api.update(tenant, with(urgent("urgent"), version)).statusCode(200).body("data.retired", is(List.of()));
        }
        Api.update(tenant, with(urgent("urgent"), "4.0.0"))
                .statusCode(200)
                .body("data.retired", contains("urgent@1.0.0"));
        Api.get(tenant, "/analytics/metrics/urgent/versions")
                .body("data.version", contains("4.0.0", "3.0.0", "2.0.0", "1.0.0"))
                .body("data.is_active", contains(true, true, true, false));
        Api.post(tenant, "/analytics/metrics/urgent@1/activate", "{}")
                .statusCode(409)
                .body("errors[0].code", is("too_old"));
        Api.post(tenant, "/analytics/metrics/urgent@4/activate", "{\"active\": false}")
                .statusCode(200)
                .body("data.change", is("deactivated"))
                .body("data.retired", contains("urgent@4.0.0"));
        Api.post(tenant, "/analytics/metrics/urgent@1/activate", "{}")
                .statusCode(200)
                .body("data.change", is("activated"))
                .body("data.metric.is_active", is(true));
    }

    @Test
    void keepsADraftOutOfUseUntilItIsActivated() {
        Api.create(tenant, urgent("urgent").put("active", false))
                .statusCode(200)
                .body("data.metric.is_active", is(false))
                .body("data.statements_tried", is(3));
        Api.get(tenant, "/analytics/metrics").body("data.name", not(hasItem("urgent")));
        Api.post(tenant, "/analytics/metrics/urgent/activate", "").statusCode(200);
        Api.get(tenant, "/analytics/metrics").body("data.name", hasItem("urgent"));
    }

    @Test
    void doesNotTakeAwayWhatOthersStandOn() {
        Api.create(tenant, urgent("urgent")).statusCode(200);
        Api.create(tenant, share("urgent_share", "urgent")).statusCode(200);
        Api.post(tenant, "/analytics/metrics/urgent/activate", "{\"active\": false}")
                .statusCode(409)
                .body("code", is("still_used"))
                .body("errors[0].message", containsString("`urgent_share`"));
    }

    @Test
    void deprecatesWithASuccessorAndAReason() {
        Api.create(tenant, urgent("urgent")).statusCode(200);
        Api.post(tenant, "/analytics/metrics/urgent/deprecate", "{}")
                .statusCode(400)
                .body("errors.pointer", contains("/replaced_by", "/reason"));
        Api.post(tenant, "/analytics/metrics/urgent/deprecate", "{\"replaced_by\": \"urgent\", \"reason\": \"Old.\"}")
                .statusCode(400)
                .body("errors.pointer", contains("/replaced_by"));
        Api.post(tenant, "/analytics/metrics/urgent/deprecate", "{\"replaced_by\": \"created\", \"reason\": \"Old.\"}")
                .statusCode(200)
                .body("data.change", is("deprecated"))
                .body("data.metric.replaced_by", is("created"))
                .body(
                        "data.metric.deprecated_since",
                        is(LocalDate.now(ZoneOffset.UTC).toString()));
        Api.get(tenant, "/analytics/metrics/urgent").body("data.is_active", is(true));
    }

    @Test
    void locksOptimistically() {
        Api.create(tenant, urgent("urgent")).statusCode(200);
        String tag = Api.tag(tenant);
        ObjectNode next = with(urgent("urgent"), "1.0.1");
        Api.admin(tenant)
                .body(next.toString())
                .put("/analytics/metrics/urgent")
                .then()
                .statusCode(428)
                .body("code", is("precondition_required"));
        Api.update(tenant, next).statusCode(200);
        for (String stale : List.of(tag, "\"something\"")) {
            Api.admin(tenant)
                    .header("If-Match", stale)
                    .body(with(next, "1.0.2").toString())
                    .put("/analytics/metrics/urgent")
                    .then()
                    .statusCode(412)
                    .body("code", is("stale"));
        }
        Api.admin(tenant)
                .header("If-Match", "W/" + Api.tag(tenant))
                .body(with(next, "1.0.2").toString())
                .put("/analytics/metrics/urgent")
                .then()
                .statusCode(200);
    }

    @Test
    void writesWhatManyDefineAtOnce() {
        List<Integer> statuses = IntStream.range(0, 4)
                .parallel()
                .mapToObj(
                        i -> Api.create(tenant, urgent("urgent_" + i)).extract().statusCode())
                .toList();
        List<String> names =
                Api.get(tenant, "/analytics/metrics?tag=own").extract().path("data.name");
        assertThat(statuses).contains(200).isSubsetOf(200, 409);
        assertThat(names)
                .hasSize((int) statuses.stream().filter(it -> it == 200).count());
    }

    @Test
    void namesTheMetricInTheAddressOnly() {
        Api.create(tenant, urgent("urgent")).statusCode(200);
        ObjectNode other = with(urgent("other"), "1.0.1");
        Api.admin(tenant)
                .header("If-Match", Api.tag(tenant))
                .body(other.toString())
                .put("/analytics/metrics/urgent")
                .then()
                .statusCode(400)
                .body("errors.code", hasItem("other_name"));
        Api.update(tenant, with(urgent("urgnt"), "2.0.0")).statusCode(404).body("errors[0].suggestion", is("urgent"));
        Api.create(tenant, urgent("search")).statusCode(400).body("errors.code", hasItem("reserved_name"));
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /analytics/metrics",
        "PUT, /analytics/metrics/urgent",
        "POST, /analytics/metrics/urgent/deprecate",
        "POST, /analytics/metrics/urgent/activate"
    })
    void isForAdministratorsOnly(String method, String path) {
        for (String token : List.of(TestTokens.viewer(tenant), TestTokens.analyst(tenant))) {
            given().auth()
                    .oauth2(token)
                    .contentType(ContentType.JSON)
                    .body("{}")
                    .request(method, path)
                    .then()
                    .statusCode(403);
        }
        given().contentType(ContentType.JSON)
                .body("{}")
                .request(method, path)
                .then()
                .statusCode(401);
    }
}
