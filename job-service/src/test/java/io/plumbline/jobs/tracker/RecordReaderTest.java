package io.plumbline.jobs.tracker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordReaderTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-04T10:11:12.345+0100",
                "2026-03-04T09:11:12.345Z",
                "2026-03-04T10:11:12.345+01:00",
                "2026-03-04T10:11:12.345678+01:00",
                "2026-03-04T09:11:12.345-00:00"
            })
    void readsTimestampsAsTrackersWriteThem(String text) {
        assertThat(Timestamps.parse(text, "/x").toEpochMilli())
                .isEqualTo(Instant.parse("2026-03-04T09:11:12.345Z").toEpochMilli());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-04",
                "2026-03-04T10:11:12",
                "2026-02-30T10:11:12Z",
                "yesterday",
                "",
                "0026-03-04T10:11:12Z",
                "2026-03-04T10:11:12Z tail",
                "+999999999-01-01T00:00:00Z"
            })
    void refusesOtherTimestamps(String text) {
        assertThatThrownBy(() -> Timestamps.parse(text, "/data/created"))
                .isInstanceOf(InvalidRecord.class)
                .hasMessageContaining("/data/created")
                .hasMessageContaining("2026-03-04T10:11:12.345+0100");
    }

    /** Trackers cut a long changelog that stands within its issue, and tell how long it is. */
    @ParameterizedTest
    @CsvSource({
        "'\"total\":2,\"histories\":[<7>,<8>]', true",
        "'\"histories\":[<7>,<8>],\"total\":2', true",
        "'\"histories\":[<7>,<8>]', true",
        "'\"histories\":[<7>,<8>],\"total\":null', true",
        "'\"total\":0,\"histories\":[]', true",
        "'\"maxResults\":2,\"total\":3,\"histories\":[<7>,<8>]', false",
        "'\"total\":2,\"histories\":[<7>,<7>]', false",
        "'\"total\":1,\"values\":[]', false",
        "'\"isLast\":false,\"values\":[<7>]', false",
        "'\"isLast\":true,\"values\":[<7>]', true",
        "'\"isLast\":false,\"total\":1,\"values\":[<7>]', true"
    })
    void hasTheHistoryOfAnIssueOnlyWithTheWholeChangelog(String members, boolean whole) {
        String changelog =
                members.replaceAll("<(.)>", "{\"id\":\"$1\",\"created\":\"2026-01-02T00:00:00Z\",\"items\":[]}");
        assertThat(issue("", ",\"changelog\":{" + changelog + "}").hasHistory()).isEqualTo(whole);
    }

    @Test
    void readsAnIssueWithItsChangelogCommentsAndWorklogs() {
        IssueRecord issue = issue("", """
                ,"changelog":{"histories":[{"id":"7","created":"2026-01-02T00:00:00Z","items":[
                {"field":"description","from":null,"to":null},{"field":"status","fieldId":"status","from":"1","to":"3"}]}]}""");
        IssueRecord talkative = issue("""
                ,"comment":{"comments":[{"id":5,"created":"2026-01-02T00:00:00Z","author":{"accountId":"u","displayName":"Ana"},
                "body":{"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"Hello"}]},
                {"type":"paragraph","content":[{"type":"text","text":"again"}]}]}}]},
                "worklog":{"worklogs":[{"id":"6","started":"2026-01-03T00:00:00Z","timeSpentSeconds":60}]}""", "");

        assertThat(issue.hasHistory()).isTrue();
        assertThat(issue.history()).hasSize(1);
        // The second item of its history: its place counts, although the first one is passed over.
        assertThat(issue.history().getFirst().point().itemIndex()).isEqualTo(1);
        assertThat(issue.updated()).isEqualTo(Instant.parse("2026-01-02T00:00:00Z"));
        assertThat(issue.project()).isEqualTo(new ProjectFacts("PAY", "PAY", "PAY"));
        assertThat(talkative.hasHistory()).isFalse();
        assertThat(talkative.comments()).singleElement().satisfies(comment -> {
            assertThat(comment.issueId()).isEqualTo("1");
            assertThat(comment.body()).isEqualTo("Hello\nagain");
            assertThat(comment.author().displayName()).isEqualTo("Ana");
        });
        assertThat(talkative.worklogs())
                .singleElement()
                .satisfies(log -> assertThat(log.seconds()).isEqualTo(60));
    }

    @Test
    void readsDataThatComesBeforeItsKind() {
        assertThat(read("{\"data\":{\"accountId\":\"u\",\"displayName\":\"Ana\"},\"kind\":\"user\"}"))
                .isEqualTo(new UserFacts("u", "Ana"));
    }

    @Test
    void readsDeletionsWithAndWithoutFields() {
        Instant deletedAt = Instant.parse("2026-02-01T00:00:00Z");
        assertThat(
                        read(
                                "{\"kind\":\"issue\",\"data\":{\"id\":1,\"deleted\":true,\"deletedAt\":\"2026-02-01T00:00:00Z\"}}"))
                .isEqualTo(new Tombstone("1", deletedAt));
        assertThat(issue("", ",\"deleted\":true,\"deletedAt\":\"2026-02-01T00:00:00Z\"")
                        .deleted())
                .isEqualTo(deletedAt);
    }

    @Test
    void readsSprintsWhereverTheyStand() {
        IssueRecord issue = issue("""
                ,"sprint":{"id":3,"name":"Three","state":"active"},
                "closedSprints":[{"id":2,"name":"Two","state":"closed","originBoardId":9,"completeDate":"2026-01-01T00:00:00Z"}]""", "");

        assertThat(issue.sprints()).extracting(SprintFacts::id).containsExactly("3", "2");
        assertThat(issue.sprints().getLast().board()).isEqualTo("9");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "not json | not JSON",
                "[1,2] | no JSON object",
                "{\"kind\":\"issue\" | middle of a value",
                "{\"kind\":\"user\",\"data\":{\"accountId\":\"u\"}} {} | more than one JSON value",
                "{\"data\":{}} | no \"kind\"",
                "{\"kind\":\"user\"} | no \"data\"",
                "{\"kind\":\"user\",\"data\":[]} | /data must be an object",
                "{\"kind\":\"epic\",\"data\":{}} | allowed: issue, sprint",
                "{\"kind\":\"user\",\"data\":{\"displayName\":\"x\"}} | accountId",
                "{\"kind\":\"status\",\"data\":{\"name\":\"x\"}} | id and name",
                "{\"kind\":\"sprint\",\"data\":{\"id\":1,\"name\":\"x\",\"state\":\"odd\"}} | allowed: future, active, closed",
                "{\"kind\":\"issue\",\"data\":{\"key\":\"A-1\"}} | /data/id is missing",
                "{\"kind\":\"issue\",\"data\":{\"id\":\"1\",\"key\":\"A-1\"}} | /data/fields is missing",
                "{\"kind\":\"issue\",\"data\":{\"id\":\"1\",\"fields\":\"x\"}} | /data/fields must be an object",
                "{\"kind\":\"comment\",\"data\":{\"id\":\"1\",\"created\":\"2026-01-01T00:00:00Z\"}} | issueId is missing",
                "{\"kind\":\"user\",\"data\":{\"accountId\":\"u\\u0000\"}} | U+0000"
            })
    void refusesWhatIsNoRecordAndSaysWhy(String line, String reason) {
        assertThatThrownBy(() -> read(line)).isInstanceOf(InvalidRecord.class).hasMessageContaining(reason);
    }

    @Test
    void refusesNegativeWorkAndDepth() {
        assertThatThrownBy(() -> read("{\"kind\":\"worklog\",\"data\":{\"id\":\"1\",\"issueId\":\"2\","
                        + "\"started\":\"2026-01-01T00:00:00Z\",\"timeSpentSeconds\":-1}}"))
                .hasMessageContaining("must not be negative");
        assertThatThrownBy(() -> read("{\"kind\":\"user\",\"data\":{\"x\":" + "[".repeat(200) + "]".repeat(200) + "}}"))
                .isInstanceOf(InvalidRecord.class)
                .hasMessageContaining("nested deeper than 100");
        assertThatThrownBy(() -> issue(",\"labels\":[\"" + "x".repeat(300) + "\"]", ""))
                .hasMessageContaining("longer than 255");
    }

    @Test
    void doesNotMistakeAnEscapedBackslashForNul() {
        assertThat(read("{\"kind\":\"user\",\"data\":{\"accountId\":\"a\\\\u0000\"}}"))
                .isEqualTo(new UserFacts("a\\u0000", "a\\u0000"));
    }

    private static IssueRecord issue(String fields, String members) {
        return (IssueRecord) read("""
                {"kind":"issue","data":{"id":"1","key":"PAY-1","fields":{"created":"2026-01-01T00:00:00.000+0000",\
                "issuetype":{"name":"Bug"},\
                "status":{"id":"3","name":"Doing","statusCategory":{"key":"indeterminate"}}%s}%s}}""".formatted(fields, members));
    }

    private static TrackerRecord read(String line) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        return new RecordReader().read(bytes, bytes.length);
    }
}
