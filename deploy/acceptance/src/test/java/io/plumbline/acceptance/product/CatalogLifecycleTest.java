package io.plumbline.acceptance.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A tenant's own metrics and overlay, from the administrator's call to everybody's answers. */
@ExtendWith(RunningProduct.class)
class CatalogLifecycleTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Product product;
    private final String tenant;
    private final String admin;

    CatalogLifecycleTest(Product product) {
        this.product = product;
        this.tenant = product.freshTenant();
        this.admin = product.tokens().admin(tenant);
    }

    @Test
    void aMetricOfATenantIsAskedForByThatTenantAlone() {
        Reply created = product.post("/analytics/metrics", admin, urgent("issue_id", "count"));
        assertThat(created.status()).as(created.text()).isEqualTo(200);
        assertThat(created.json().at("/data/statements_tried").asInt()).isPositive();

        Reply answer = await(this::run, reply -> reply.status() == 200);
        assertThat(answer.json().at("/data/results/0/urgent").asInt(-1)).isZero();
        assertThat(answer.json().at("/meta/metrics_used/0").asText()).isEqualTo("urgent@1.0.0");
        assertThat(answer.json().at("/meta/catalog_version").asText())
                .isEqualTo(created.json().at("/meta/catalog_version").asText());
        assertThat(run(product.freshTenant()).status()).isEqualTo(400);
        assertThat(run(product.freshTenant()).text()).contains("unknown_metric").doesNotContain("Urgent issues");

        Reply asked = await(
                () -> product.post("/analytics/ask", admin, "{\"question\": \"How many fires?\"}"),
                reply -> reply.status() == 200);
        assertThat(asked.json().at("/data/spec/measures/0/name").asText()).isEqualTo("urgent");
    }

    @Test
    void aDeprecatedMetricWarnsInEachAnswer() {
        assertThat(product.post("/analytics/metrics", admin, urgent("issue_id", "count"))
                        .status())
                .isEqualTo(200);
        Reply deprecated = product.post(
                "/analytics/metrics/urgent/deprecate",
                admin,
                "{\"replaced_by\": \"created\", \"reason\": \"Too coarse.\"}");
        assertThat(deprecated.status()).as(deprecated.text()).isEqualTo(200);
        Reply answer = await(this::run, reply -> reply.text().contains("deprecated"));
        assertThat(texts(answer.json().at("/meta/warnings")))
                .anySatisfy(warning -> assertThat(warning)
                        .startsWith("urgent@1.0.0 is deprecated since 20")
                        .endsWith("; use created instead."));
        JsonNode history =
                product.get("/analytics/metrics/urgent/history", admin).json();
        assertThat(history.at("/data/0/reason").asText()).isEqualTo("Too coarse.");
        assertThat(history.at("/data/0/changed_by").asText()).isEqualTo("tester");
    }

    @Test
    void aMetricThatCannotBeRunIsNotWritten() {
        Reply refused = product.post("/analytics/metrics", admin, urgent("1 / 0", "sum"));
        assertThat(refused.status()).as(refused.text()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("invalid_metric");
        assertThat(refused.json().at("/errors/0/code").asText()).isEqualTo("division_by_zero");
        assertThat(product.get("/analytics/metrics/urgent", admin).status()).isEqualTo(404);
    }

    @Test
    void anOverlayIsInForceSoonAndForNobodyElse() {
        Reply before = explain(tenant);
        Reply put = product.put("/analytics/overlay", admin, "*", """
                {"parameters": {"stuck_count": {"days": 23}}, "hidden": ["created"], "synonyms": {"wip": ["juggling"]}}""");
        assertThat(put.status()).as(put.text()).isEqualTo(200);
        Instant written = Instant.now();
        Reply after = await(() -> explain(tenant), reply -> !version(reply).equals(version(before)));
        // Before the services would look by themselves.
        assertThat(Duration.between(written, Instant.now())).isLessThan(Duration.ofSeconds(25));
        assertThat(version(after)).isEqualTo(version(put));
        assertThat(after.json().at("/data/parameters").toString()).contains("23");
        assertThat(version(explain(product.freshTenant()))).isEqualTo(version(before));

        Reply asked = await(
                () -> product.post("/analytics/ask", admin, "{\"question\": \"How much juggling?\"}"),
                reply -> reply.status() == 200);
        assertThat(asked.json().at("/data/spec/measures/0/name").asText()).isEqualTo("wip");
    }

    private Reply run() {
        return run(tenant);
    }

    private Reply run(String who) {
        return product.post("/analytics/run", product.tokens().viewer(who), "{\"measures\": [{\"name\": \"urgent\"}]}");
    }

    private Reply explain(String who) {
        return product.post(
                "/analytics/explain", product.tokens().viewer(who), "{\"measures\": [{\"name\": \"stuck_count\"}]}");
    }

    private static String version(Reply reply) {
        return reply.json().at("/meta/catalog_version").asText();
    }

    private static String urgent(String template, String aggregation) {
        return """
            {"name": "urgent", "version": "1.0.0", "display_name": "Urgent issues",
             "description": "The number of issues of the highest priority, counted when they are created.",
             "category": "throughput", "unit": "issues", "tags": ["own"], "synonyms": ["fires"],
             "examples": ["How many urgent issues came in?", "Urgent issues by month"], "additivity": "additive",
             "computation": {"type": "simple", "entity": "issue", "sql_template": "%s",
               "where": "priority = 'Highest'", "event_time": "created", "aggregation": "%s", "aggregations": ["%s"]}}""".formatted(template, aggregation, aggregation);
    }

    private static Iterable<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
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
