package io.plumbline.acceptance.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.acceptance.history.RawIssue;
import io.plumbline.acceptance.history.RawStatus;
import io.plumbline.acceptance.history.RawTracker;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a receipt proves: an answer can be made again, and where it can't, it is known why. */
@ExtendWith(RunningProduct.class)
class ReceiptsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final String DONE = """
            {"measures": [{"name": "closed"}], "dimensions": ["issue_key"], "time": {"to": "2025-06-01"}}
            """;

    private final Product product;
    private final String tenant;

    ReceiptsTest(Product product) {
        this.product = product;
        this.tenant = product.freshTenant();
    }

    @Test
    void anAnswerIsTheSameUntilRecordsComeThatChangeIt() {
        load(done(1), done(2));
        JsonNode answer = run(DONE);
        String receipt = answer.at("/meta/receipt").asText();
        assertThat(answer.at("/data/results")).hasSize(2);
        assertThat(state(verify(receipt))).isEqualTo("same");

        load(done(3), RawIssue.of(4, "2025-01-01T09:00:00Z"));
        JsonNode verified = verify(receipt);
        assertThat(state(verified)).isEqualTo("changed");
        assertThat(verified.at("/data/reasons").toString()).isEqualTo("[\"data\"]");
        assertThat(verified.at("/data/rows").toString())
                .isEqualTo("{\"before\":2,\"after\":3,\"added\":1,\"removed\":0,\"changed\":0}");
        assertThat(verified.at("/data/differences/0/kind").asText()).isEqualTo("added");
        assertThat(verified.at("/data/before/data_version").asLong())
                .isLessThan(verified.at("/data/after/data_version").asLong());
    }

    @Test
    void aNewVersionOfAMetricIsTheReasonOfAChange() {
        load(done(1), done(2));
        write(product.post("/analytics/metrics", admin(), calm("1.0.0", "done_at is not null")));
        Reply first = await(this::runCalm, reply -> reply.status() == 200);
        assertThat(first.json().at("/data/results/0/calm").asInt()).isEqualTo(2);
        String receipt = first.json().at("/meta/receipt").asText();

        write(product.put("/analytics/metrics/calm", admin(), "*", calm("2.0.0", "done_at is null")));
        JsonNode verified = await(
                        () -> product.post("/analytics/receipts/" + receipt + "/verify", viewer(), ""),
                        reply -> reply.text().contains("\"changed\""))
                .json();
        assertThat(verified.at("/data/reasons").toString()).isEqualTo("[\"catalog\"]");
        assertThat(verified.at("/data/metrics/0").toString())
                .isEqualTo("{\"metric\":\"calm\",\"before\":\"1.0.0\",\"after\":\"2.0.0\",\"redefined\":false}");
        assertThat(verified.at("/data/explanation").asText()).contains("calm went from 1.0.0 to 2.0.0");
    }

    /**
     * From Wednesday 1 January 18:00 to Monday 6 January 18:00 in Tokyo: a quarter of Wednesday, Thursday, no Friday (a
     * holiday), Saturday, and Monday is free. By the standard calendar, in UTC: 15 hours of Wednesday, Thursday, Friday,
     * 9 hours of Monday.
     */
    @Test
    void aChangedWorkingCalendarIsTheReasonOfAChange() {
        String other = product.freshTenant();
        for (String each : List.of(tenant, other)) {
            product.load(
                    each, "main", new RawTracker("main").with(overAWeekend()).lines());
        }
        Reply before = runWorking(tenant);
        Reply elsewhere = runWorking(other);
        assertThat(working(before)).isEqualTo(working(elsewhere)).isEqualTo(3.0);

        write(product.put("/analytics/overlay", admin(), "*", """
                {"calendar": {"working_days": ["tue", "wed", "thu", "fri", "sat"], "holidays": ["2025-01-03"],
                 "timezone": "Asia/Tokyo"}}"""));
        Reply after = await(() -> runWorking(tenant), reply -> working(reply) != 3.0);
        assertThat(working(after)).isEqualTo(2.25);
        JsonNode verified = verify(before.json().at("/meta/receipt").asText());
        assertThat(state(verified)).isEqualTo("changed");
        assertThat(verified.at("/data/reasons").toString()).isEqualTo("[\"catalog\"]");
        assertThat(verified.at("/data/explanation").asText()).contains("lead_time_working");

        assertThat(working(runWorking(other))).isEqualTo(3.0);
        String receipt = elsewhere.json().at("/meta/receipt").asText();
        Reply same = product.post(
                "/analytics/receipts/" + receipt + "/verify", product.tokens().viewer(other), "");
        assertThat(state(same.json())).as(same.text()).isEqualTo("same");
    }

    @Test
    void aReceiptIsItsTenantsAlone() {
        load(done(1));
        String receipt = run(DONE).at("/meta/receipt").asText();
        String path = "/analytics/receipts/" + receipt;
        Reply shown = product.get(path, viewer());
        assertThat(shown.status()).as(shown.text()).isEqualTo(200);
        assertThat(shown.json().at("/data/spec/measures/0/name").asText()).isEqualTo("closed");
        String stranger = product.tokens().viewer(product.freshTenant());
        assertThat(product.get(path, stranger).status()).isEqualTo(404);
        assertThat(product.post(path + "/verify", stranger, "").status()).isEqualTo(404);
    }

    @Test
    void theIssuesBehindANumberAreAsManyAsItSays() {
        load(done(1), done(2), RawIssue.of(3, "2025-01-01T09:00:00Z"));
        String spec = "{\"measures\": [{\"name\": \"closed\"}]}";
        int closed = run(spec).at("/data/results/0/closed").asInt();
        Reply drilled = product.post("/analytics/drill", viewer(), "{\"spec\": " + spec + ", \"row\": {}}");
        assertThat(drilled.json().at("/data/total").asInt()).as(drilled.text()).isEqualTo(closed);
    }

    private static RawIssue done(int id) {
        return RawIssue.of(id, "2025-01-01T09:00:00Z")
                .at("2025-01-02T09:00:00Z")
                .status(RawStatus.DONE)
                .saved();
    }

    private static RawIssue overAWeekend() {
        return RawIssue.of(1, "2025-01-01T09:00:00Z")
                .at("2025-01-06T09:00:00Z")
                .status(RawStatus.DONE)
                .saved();
    }

    private void load(RawIssue... issues) {
        product.load(tenant, "main", new RawTracker("main").with(issues).lines());
    }

    private JsonNode run(String spec) {
        Reply reply = product.post("/analytics/run", viewer(), spec);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.json();
    }

    private Reply runCalm() {
        return product.post("/analytics/run", viewer(), "{\"measures\": [{\"name\": \"calm\"}]}");
    }

    private Reply runWorking(String who) {
        return product.post(
                "/analytics/run", product.tokens().viewer(who), "{\"measures\": [{\"name\": \"lead_time_working\"}]}");
    }

    private static double working(Reply reply) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.json().at("/data/results/0/lead_time_working").asDouble();
    }

    private JsonNode verify(String receipt) {
        Reply reply = product.post("/analytics/receipts/" + receipt + "/verify", viewer(), "");
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.json();
    }

    private static String state(JsonNode verified) {
        return verified.at("/data/state").asText();
    }

    private static void write(Reply reply) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    }

    private String admin() {
        return product.tokens().admin(tenant);
    }

    private String viewer() {
        return product.tokens().viewer(tenant);
    }

    private static String calm(String version, String where) {
        return """
            {"name": "calm", "version": "%s", "display_name": "Calm issues",
             "description": "The number of issues, counted when they are created, of one kind.",
             "category": "throughput", "unit": "issues", "tags": ["own"], "synonyms": ["calm work"],
             "examples": ["How many calm issues came in?", "Calm issues by month"], "additivity": "additive",
             "computation": {"type": "simple", "entity": "issue", "sql_template": "issue_id",
               "where": "%s", "event_time": "created", "aggregation": "count", "aggregations": ["count"]}}""".formatted(version, where);
    }

    /** The first reply that is as it should be, or the last one where none is in time. */
    private static Reply await(Supplier<Reply> call, Predicate<Reply> asItShouldBe) {
        Instant end = Instant.now().plus(PATIENCE);
        Reply reply = call.get();
        while (!asItShouldBe.test(reply) && Instant.now().isBefore(end)) {
            reply = call.get();
        }
        assertThat(asItShouldBe.test(reply)).as(reply.text()).isTrue();
        return reply;
    }
}
