package io.plumbline.acceptance.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plumbline.acceptance.history.RawIssue;
import io.plumbline.acceptance.history.RawProject;
import io.plumbline.acceptance.history.RawSprint;
import io.plumbline.acceptance.history.RawStatus;
import io.plumbline.acceptance.history.RawTracker;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A number that rests on incomplete data says so. */
@ExtendWith(RunningProduct.class)
class WarningsTest {
    private static final RawSprint SPRINT =
            RawSprint.closed(1, "First sprint", "2025-01-06T09:00:00Z", "2025-01-20T09:00:00Z");

    private final Product product;

    WarningsTest(Product product) {
        this.product = product;
    }

    @Test
    void namesSprintsWithUnestimatedIssues() {
        assertThat(warnings("planned_sp", issue(1), issue(2).points(3)))
                .contains("unestimated_count")
                .contains("First sprint");
    }

    @Test
    void namesSprintsWithoutHistory() {
        assertThat(warnings("velocity", issue(1).points(3).withoutChangelog()))
                .contains("partial")
                .contains("First sprint");
    }

    @Test
    void namesSprintsWithTruncatedHistories() {
        assertThat(warnings("velocity", issue(1).points(3).truncatedChangelog(1)))
                .contains("partial")
                .contains("First sprint");
    }

    @Test
    void countsIssuesThatNeverWereInProgress() {
        RawIssue done = issue(1).points(3)
                .at("2025-01-10T09:00:00Z")
                .status(RawStatus.DONE)
                .saved();
        assertThat(warnings("cycle_time", done)).contains("cycle_time").contains("1");
    }

    @Test
    void namesPartsOfTheScoreThatAreMissing() {
        RawTracker tracker = new RawTracker("main");
        for (int i = 0; i < 5; i++) {
            Instant start = Instant.parse("2025-01-06T09:00:00Z").plusSeconds(i * 604_800L);
            RawSprint sprint = RawSprint.closed(
                    i + 1, "S" + i, start.toString(), start.plusSeconds(500_000).toString());
            RawIssue issue = new RawIssue(i + 1, RawProject.PAY, start.minusSeconds(60)).sprints(sprint);
            tracker.with(sprint).with(i == 0 ? issue : issue.points(3));
        }
        assertThat(warnings("sprint_problematic_score@1", tracker)).contains("spillover_ratio");
    }

    @Test
    void saysNothingWhereAllIsWell() {
        assertThat(warnings(
                        "velocity",
                        issue(1).points(3)
                                .at("2025-01-10T09:00:00Z")
                                .status(RawStatus.DONE)
                                .saved()))
                .isEqualTo("[]");
    }

    private static RawIssue issue(int id) {
        return RawIssue.of(id, "2025-01-02T09:00:00Z").sprints(SPRINT);
    }

    private String warnings(String metric, RawIssue... issues) {
        return warnings(metric, new RawTracker("main").with(SPRINT).with(issues));
    }

    private String warnings(String metric, RawTracker tracker) {
        String tenant = product.freshTenant();
        product.load(tenant, "main", tracker.lines());
        try {
            JsonNode spec = new ObjectMapper().readTree("{\"measures\":[{\"name\":\"" + metric + "\"}]}");
            return product.run(tenant, spec).at("/meta/warnings").toString();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
