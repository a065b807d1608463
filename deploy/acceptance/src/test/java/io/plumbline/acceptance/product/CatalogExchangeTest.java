package io.plumbline.acceptance.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A semantic model of dbt, written by hand, becomes metrics that answer as the product's own do. */
@ExtendWith(RunningProduct.class)
class CatalogExchangeTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String FILE = """
            semantic_models:
              - name: tickets
                model: ref('issues')
                defaults: {agg_time_dimension: opened}
                entities:
                  - {name: ticket, type: primary, expr: issue_id}
                dimensions:
                  - {name: opened, type: time, expr: created_at, type_params: {time_granularity: day}}
                  - {name: finished, type: time, expr: done_at, type_params: {time_granularity: day}}
                  - {name: defect, type: categorical, expr: is_bug}
                measures:
                  - {name: ticket_count, agg: count, expr: issue_id}
                  - {name: finished_count, agg: sum_boolean, expr: done_at is not null, agg_time_dimension: finished}
                  - name: days_to_finish
                    agg: percentile
                    agg_params: {percentile: 0.9}
                    expr: case when done_at is not null then days_between(created_at, done_at) end
                    agg_time_dimension: finished
            metrics:
              - {name: dbt_created, label: Opened, type: simple, type_params: {measure: ticket_count}}
              - name: dbt_bugs
                label: Opened bugs
                type: simple
                filter: "{{ Dimension('ticket__defect') }}"
                type_params: {measure: ticket_count}
              - {name: dbt_closed, label: Finished, type: simple, type_params: {measure: finished_count}}
              - {name: dbt_p90, label: Slow ones, type: simple, type_params: {measure: days_to_finish}}
              - name: dbt_ratio
                label: Finished over opened
                type: ratio
                type_params: {numerator: dbt_closed, denominator: dbt_created}
              - name: dbt_ratio_too
                label: Finished over opened, by formula
                type: derived
                type_params:
                  expr: finished / nullif(opened, 0)
                  metrics: [{name: dbt_closed, alias: finished}, {name: dbt_created, alias: opened}]
            """;
    private static final String SPEC = """
            {"measures": [{"name": "dbt_created"}, {"name": "created"}, {"name": "dbt_bugs"}, {"name": "bug_count"},
                          {"name": "dbt_p90"}, {"name": "lead_time_p90"},
                          {"name": "dbt_ratio"}, {"name": "dbt_ratio_too"}, {"name": "throughput_ratio"}],
             "dimensions": ["project_key", {"field": "metric_time", "granularity": "month"}], "limit": 1000}""";

    private final Product product;

    CatalogExchangeTest(Product product) {
        this.product = product;
    }

    @Test
    void answersAsTheProductsOwnMetricsDo() throws Exception {
        String tenant = product.freshTenant();
        product.load(tenant, "main", demoRecords());
        Reply imported = product.post(
                "/analytics/metrics/import?format=dbt", product.tokens().admin(tenant), FILE);
        assertThat(imported.status()).as(imported.text()).isEqualTo(200);
        assertThat(imported.json().at("/data/created").asInt())
                .as(imported.text())
                .isEqualTo(6);

        JsonNode rows = run(tenant).json().at("/data/results");
        assertThat(rows.size()).isGreaterThan(20);
        for (JsonNode row : rows) {
            same(row, "dbt_created", "created");
            same(row, "dbt_bugs", "bug_count");
            same(row, "dbt_p90", "lead_time_p90");
            same(row, "dbt_ratio", "throughput_ratio");
            same(row, "dbt_ratio_too", "throughput_ratio");
        }
    }

    @Test
    void whatOneTenantExportsAnotherImports() {
        String from = product.freshTenant();
        assertThat(product.post("/analytics/metrics/import", product.tokens().admin(from), FILE)
                        .status())
                .isEqualTo(200);
        String file = product.get(
                        "/analytics/metrics/export?format=osi", product.tokens().viewer(from))
                .text();
        String to = product.freshTenant();
        Reply imported = product.post(
                "/analytics/metrics/import?format=osi", product.tokens().admin(to), file);
        assertThat(imported.json().at("/data/created").asInt())
                .as(imported.text())
                .isEqualTo(6);
        assertThat(imported.json().at("/data/refused").asInt()).isZero();
        Reply page = product.get(
                "/analytics/metrics/docs/dbt_p90.html", product.tokens().viewer(to));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("<h1>Slow ones</h1>");
    }

    private static void same(JsonNode row, String one, String other) {
        assertThat(row.path(one)).as("%s and %s in %s", one, other, row).isEqualTo(row.path(other));
    }

    /** query-service hears of the new metrics a moment later. */
    private Reply run(String tenant) {
        Instant end = Instant.now().plus(PATIENCE);
        Reply reply = product.post("/analytics/run", product.tokens().viewer(tenant), SPEC);
        while (reply.status() != 200 && Instant.now().isBefore(end)) {
            reply = product.post("/analytics/run", product.tokens().viewer(tenant), SPEC);
        }
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply;
    }

    private String demoRecords() throws IOException {
        try (var lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(product.demoRecords())), StandardCharsets.UTF_8))) {
            return lines.lines().collect(Collectors.joining("\n"));
        }
    }
}
