package io.plumbline.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoDataTest {
    private static final LocalDate UNTIL = LocalDate.of(2026, 7, 15);

    @TempDir
    static Path folder;

    private static Path demoFile;
    private static DemoRecords demo;
    private static DemoRecords globex;

    @BeforeAll
    static void write() throws IOException {
        demoFile = folder.resolve("demo.ndjson.gz");
        DemoData.writeDemo(demoFile, UNTIL);
        demo = new DemoRecords(demoFile);
        Path globexFile = folder.resolve("globex.ndjson.gz");
        DemoData.writeGlobex(globexFile, UNTIL);
        globex = new DemoRecords(globexFile);
    }

    @Test
    void writesTheSameBytesForTheSameDay() throws IOException {
        Path again = folder.resolve("again.ndjson.gz");
        DemoData.writeDemo(again, UNTIL);
        assertThat(Files.mismatch(demoFile, again)).isEqualTo(-1);
    }

    @Test
    void holdsAsMuchAsPromised() {
        assertThat(demo.of("issue")).hasSizeBetween(3_600, 4_400);
        assertThat(demo.of("sprint")).hasSize(100);
        assertThat(demo.of("user")).hasSize(15);
        assertThat(demo.of("project").stream().map(p -> p.get("key").asText()))
                .containsExactly("PAY", "WEB", "MOB", "OPS");
        assertThat(globex.of("issue")).hasSizeBetween(120, 190);
    }

    @Test
    void holdsAboutAsMuchOnAnyDay() throws IOException {
        for (LocalDate until : List.of(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 3, 2), LocalDate.of(2027, 2, 28))) {
            Path file = folder.resolve(until + ".ndjson.gz");
            DemoData.writeDemo(file, until);
            DemoRecords records = new DemoRecords(file);
            assertThat(records.of("issue")).hasSizeBetween(3_500, 4_500);
            assertThat(records.of("sprint")).hasSize(100);
        }
    }

    @Test
    void hasOneActiveAndOneFutureSprintOnEachBoard() {
        Map<String, List<String>> states = demo.of("sprint").stream()
                .collect(Collectors.groupingBy(
                        s -> s.get("originBoardId").asText(),
                        Collectors.mapping(s -> s.get("state").asText(), Collectors.toList())));
        assertThat(states)
                .hasSize(4)
                .allSatisfy((board, list) ->
                        assertThat(list).containsOnlyOnce("active", "future").contains("closed"));
    }

    @Test
    void closesSprintsAfterTheirPlannedEnd() {
        assertThat(demo.of("sprint"))
                .filteredOn(s -> s.get("state").asText().equals("closed"))
                .allSatisfy(s -> assertThat(DemoRecords.sprintTime(s.get("completeDate")))
                        .isAfter(DemoRecords.sprintTime(s.get("endDate")))
                        .isBefore(DemoRecords.sprintTime(s.get("endDate")).plusSeconds(4 * 86_400)));
    }

    @Test
    void givesChangelogsThatLeadToThePresentFields() {
        for (DemoRecords records : List.of(demo, globex)) {
            assertThat(records.of("issue"))
                    .allSatisfy(issue -> assertThat(new Replay(issue).faults()).isEmpty());
        }
    }

    @Test
    void saysNothingOfTheFutureNorOfTheTimeBeforeAnIssue() {
        Instant end = Clock.at(UNTIL, 0, 0);
        assertThat(demo.of("issue")).allSatisfy(issue -> {
            Instant created = DemoRecords.issueTime(issue.at("/fields/created"));
            assertThat(times(issue)).isSorted().allSatisfy(t -> assertThat(t).isBetween(created, end));
            assertThat(DemoRecords.issueTime(issue.at("/fields/updated"))).isBefore(end);
            issue.at("/fields/comment/comments")
                    .forEach(c ->
                            assertThat(DemoRecords.issueTime(c.get("created"))).isBetween(created, end));
        });
        assertThat(demo.of("worklog"))
                .isNotEmpty()
                .allSatisfy(
                        w -> assertThat(DemoRecords.issueTime(w.get("started"))).isBefore(end));
    }

    @Test
    void givesEveryIssueItsOwnIdAndKey() {
        assertThat(demo.of("issue").stream().map(i -> i.get("id").asText())).doesNotHaveDuplicates();
        assertThat(demo.of("issue").stream().map(i -> i.get("key").asText())).doesNotHaveDuplicates();
    }

    @Test
    void tellsOfAllThatQuestionsAskAbout() {
        List<JsonNode> issues = demo.of("issue");
        assertThat(values(issues, i -> i.at("/fields/issuetype/name")))
                .containsExactlyInAnyOrder("Story", "Bug", "Task", "Sub-task", "Epic");
        assertThat(values(issues, i -> i.at("/fields/status/name")))
                .containsExactlyInAnyOrder("Open", "To Do", "In Progress", "In Review", "Blocked", "Done");
        assertThat(values(issues, i -> i.at("/fields/priority/name")))
                .containsExactlyInAnyOrder("Highest", "High", "Medium", "Low", "Lowest");
        Set<String> changed = new HashSet<>();
        issues.forEach(i -> i.findValues("items")
                .forEach(l -> l.forEach(c -> changed.add(c.get("field").asText()))));
        assertThat(changed)
                .containsExactlyInAnyOrder("status", "Sprint", "Story point estimate", "assignee", "Flagged");
        assertThat(issues.stream().filter(i -> i.at("/fields/assignee").isNull()))
                .hasSizeGreaterThan(100);
    }

    @Test
    void sharesIdsAndKeysBetweenTheTenants() {
        Set<String> keys =
                demo.of("issue").stream().map(i -> i.get("key").asText()).collect(Collectors.toSet());
        assertThat(globex.of("issue")).anyMatch(i -> keys.contains(i.get("key").asText()));
        assertThat(globex.of("sprint").getFirst().get("id"))
                .isEqualTo(demo.of("sprint").getFirst().get("id"));
    }

    private static Set<String> values(List<JsonNode> issues, Function<JsonNode, JsonNode> field) {
        return issues.stream().map(field).map(JsonNode::asText).collect(Collectors.toSet());
    }

    private static List<Instant> times(JsonNode issue) {
        List<Instant> times = new ArrayList<>();
        issue.at("/changelog/histories").forEach(h -> times.add(DemoRecords.issueTime(h.get("created"))));
        return times;
    }
}
