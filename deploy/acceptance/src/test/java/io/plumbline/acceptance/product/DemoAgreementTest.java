package io.plumbline.acceptance.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plumbline.acceptance.oracle.answer.Oracle;
import io.plumbline.acceptance.oracle.query.Dim;
import io.plumbline.acceptance.oracle.query.Query;
import io.plumbline.acceptance.oracle.record.TrackerReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The demo data gives the numbers that the oracle reads from the same file. */
@ExtendWith(RunningProduct.class)
class DemoAgreementTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> SPECS = List.of("""
            {"measures":[{"name":"velocity"},{"name":"planned_sp"},{"name":"completed_sp"},{"name":"spillover_ratio"},
            {"name":"scope_churn_ratio"},{"name":"accuracy_abs"},{"name":"commitment_reliability"},{"name":"say_do_ratio"},
            {"name":"unplanned_ratio"},{"name":"sprint_problematic_score"}],"dimensions":["sprint_name"]}""", """
            {"measures":[{"name":"sprint_problematic_score@1","as":"s"},{"name":"velocity","agg":"p90"}],
            "dimensions":["project_key",{"field":"metric_time","granularity":"quarter"}]}""", """
            {"measures":[{"name":"created"},{"name":"closed"},{"name":"throughput_ratio"},{"name":"reopened_count"},
            {"name":"reopen_rate"},{"name":"bug_count"},{"name":"escaped_defects"},{"name":"blocked_hours"}],
            "dimensions":["project_key",{"field":"metric_time","granularity":"month"}],
            "time":{"from":"2025-01-15","to":"2026-07-01","timezone":"Europe/Prague"}}""", """
            {"measures":[{"name":"lead_time_p50"},{"name":"lead_time_p85"},{"name":"lead_time_p90"},{"name":"lead_time_avg"},
            {"name":"cycle_time"}],"dimensions":["assignee","label"],
            "time":{"from":"2026-01-01","to":"2026-07-01","compare":"previous_period"}}""", """
            {"measures":[{"name":"wip"},{"name":"stuck_count"},{"name":"wip_no_assignee"}],
            "dimensions":["status",{"field":"metric_time","granularity":"week"}],
            "time":{"from":"2026-04-06","to":"2026-07-13","timezone":"America/New_York"}}""");

    @Test
    void agreesOnTheDemoData(Product product) throws IOException {
        Oracle oracle = new Oracle(List.of(TrackerReader.read("main", records(product.demoRecords()))));
        for (String text : SPECS) {
            JsonNode spec = JSON.readTree(text);
            List<String> keys = Query.read(spec).dims().stream().map(Dim::field).toList();
            assertThat(new Comparer(keys)
                            .differences(
                                    oracle.answer(spec, Instant.now()).rows(), Results.rows(product.run("demo", spec))))
                    .as(text)
                    .isEmpty();
        }
    }

    private static List<JsonNode> records(Path file) throws IOException {
        List<JsonNode> records = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                records.add(JSON.readTree(line));
            }
        }
        return records;
    }
}
