package io.plumbline.query.compiler;

import static io.plumbline.query.compiler.Drilling.codes;
import static io.plumbline.query.compiler.Drilling.faults;
import static io.plumbline.query.compiler.Drilling.number;
import static io.plumbline.query.compiler.Drilling.open;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.query.compiler.drill.DrillRequest;
import io.plumbline.spec.problem.FieldError;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is behind a cell: which rows, in which order, page by page, and what is wrong with a cell. */
class DrillTest {
    /** Both sides of a ratio, by hand. */
    @Test
    void opensBothSidesOfARatio() {
        String spec = """
                {"measures": [{"name": "throughput_ratio"}, {"name": "closed"}, {"name": "created"}],
                 "dimensions": ["issue_type", {"field": "metric_time", "granularity": "month"}],
                 "time": {"from": "2026-01-01", "to": "2026-06-01"}}
                """;
        Map<String, Object> bugsOfMarch = Map.of("issue_type", "Bug", "metric_time", "2026-03-01");
        assertThat(open(spec, bugsOfMarch, "throughput_ratio", null).rows())
                .isEqualTo(open(spec, bugsOfMarch, "closed", null).rows());
        assertThat(open(spec, bugsOfMarch, "throughput_ratio", "denominator").rows())
                .isEqualTo(open(spec, bugsOfMarch, "created", null).rows())
                .isNotEmpty();
    }

    @Test
    void readsTheStateOfThePeriodsEnd() {
        Opening opening = open("""
                {"measures": [{"name": "wip"}], "dimensions": ["assignee", {"field": "metric_time", "granularity": "week"}],
                 "time": {"from": "2026-02-02", "to": "2026-03-02"}}
                """, nobodyIn("2026-02-16"), null, null);
        List<List<Object>> byHand = Warehouse.byHand("""
                SELECT i.issue_key, s.status, s.status_since
                FROM warehouse.issue_states s JOIN warehouse.issues i USING (tenant_id, instance_id, issue_id)
                WHERE s.tenant_id = 'acme' AND s.status_category = 'in_progress' AND s.assignee_id IS NULL
                  AND s.from_at < '2026-02-23T00:00Z' AND (s.to_at IS NULL OR s.to_at >= '2026-02-23T00:00Z')
                ORDER BY s.status_since, i.issue_key COLLATE "C"
                """);
        assertThat(opening.of("issue_key", "status", "at")).isEqualTo(byHand).isNotEmpty();
        assertThat(opening.of("assignee", "value")).containsOnly(Arrays.asList(null, 1L));
    }

    @Test
    void pagesWithoutGapsAndTellsTheTotalBeyondTheEnd() {
        String spec = "{\"measures\": [{\"name\": \"created\"}], \"dimensions\": [\"label\"]}";
        Map<String, Object> row = Map.of("label", "backend");
        Opening all = open(spec, row, null, null);
        List<List<Object>> paged = new ArrayList<>();
        for (int offset = 0; offset < all.total() + 50; offset += 50) {
            Opening page = open(Compiling.spec(spec), new DrillRequest(row, null, null, 50, offset));
            paged.addAll(page.rows());
            assertThat(page.total()).isEqualTo(all.total());
        }
        assertThat(paged).isEqualTo(all.rows());
        assertThat(all.total()).isEqualTo(120);
        assertThat(open(Compiling.spec(spec), new DrillRequest(row, null, null, 50, 5_000))
                        .total())
                .isEqualTo(120);
    }

    @Test
    void opensWhatIsThereOfARangeThatCutsThePeriod() {
        String spec = """
                {"measures": [{"name": "blocked_hours"}], "dimensions": [{"field": "metric_time", "granularity": "month"}],
                 "time": {"from": "2026-02-10", "to": "2026-03-10", "timezone": "America/New_York"}}
                """;
        for (String month : List.of("2026-02-01", "2026-03-01")) {
            Compiled.Query query = Compiling.query(spec);
            Object cell = Warehouse.run(
                            Warehouse.TENANT, query.rows().text(), query.rows().binds())
                    .stream()
                    .filter(row -> row.getFirst().equals(LocalDate.parse(month)))
                    .findFirst()
                    .orElseThrow()
                    .get(1);
            assertThat(open(spec, Map.of("metric_time", month), null, null).sum())
                    .isCloseTo(number(cell), within(1e-6));
        }
    }

    @Test
    void saysWhatIsWrongWithTheRow() {
        String spec = """
                {"measures": [{"name": "created"}, {"name": "velocity"}],
                 "dimensions": ["project_key", {"field": "metric_time", "granularity": "month"}],
                 "time": {"from": "2026-02-01", "to": "2026-05-01"}}
                """;
        assertThat(faults(spec, Map.of("project", "PAY"), "created", null))
                .extracting(FieldError::pointer, FieldError::code)
                .containsExactly(
                        tuple("/row/project", "unknown_dimension"),
                        tuple("/row", "missing_dimension"),
                        tuple("/row", "missing_dimension"));
        assertThat(codes(spec, Map.of("project_key", 7, "metric_time", "2026-03-02"), "created", null))
                .containsExactlyInAnyOrder("wrong_value", "wrong_value");
        assertThat(codes(spec, Map.of("project_key", "PAY", "metric_time", "2026-06-01"), "created", null))
                .containsExactly("outside_range");
        assertThat(codes(spec, nobodyIn("2026-03-01"), "created", null))
                .containsExactly("unknown_dimension", "missing_dimension");
        Map<String, Object> row = Map.of("project_key", "PAY", "metric_time", "2026-03-01");
        assertThat(codes(spec, row, null, null)).containsExactly("missing");
        assertThat(codes(spec, row, "velocty", null)).containsExactly("unknown_column");
        assertThat(codes(spec, row, "created__previous", null)).containsExactly("unknown_column");
        assertThat(codes(spec, row, "created", "numerator")).containsExactly("unknown_part");
        assertThat(faults("{\"measures\": [{\"name\": \"velocty\"}]}", Map.of(), null, null))
                .extracting(FieldError::pointer)
                .containsExactly("/spec/measures/0/name");
    }

    private static Map<String, Object> nobodyIn(String week) {
        Map<String, Object> row = new HashMap<>();
        row.put("assignee", null);
        row.put("metric_time", week);
        return row;
    }
}
