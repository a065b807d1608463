package io.plumbline.jobs.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.jobs.history.Membership;
import io.plumbline.jobs.tracker.InvalidRecord;
import io.plumbline.jobs.tracker.IssueRecord;
import io.plumbline.jobs.tracker.RecordReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IssueMapperTest {
    private static final Instant CREATED = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void takesTheUsualFieldForTheEstimate() {
        assertThat(points(FieldMapping.EMPTY, ",\"customfield_10016\":3.50", ""))
                .isEqualTo("3.5");
        assertThat(points(FieldMapping.EMPTY, ",\"customfield_10026\":5", "")).isEqualTo("5");
        assertThat(points(FieldMapping.EMPTY, ",\"customfield_10016\":\"three\"", ""))
                .isNull();
        assertThat(points(FieldMapping.EMPTY, ",\"customfield_10016\":1e3", "")).isEqualTo("1000");
    }

    @Test
    void findsTheEstimateByTheFieldsName() {
        String names = ",\"names\":{\"customfield_10099\":\"Story Points\",\"customfield_10016\":\"Rank\"}";
        assertThat(points(FieldMapping.EMPTY, ",\"customfield_10099\":8,\"customfield_10016\":1", names))
                .isEqualTo("8");
    }

    @Test
    void findsTheEstimateByTheChangelogsFieldName() {
        String log = """
                ,"changelog":{"histories":[{"id":"1","created":"2026-01-02T00:00:00Z","items":[
                {"field":"Story Points","fieldId":"customfield_10077","from":null,"fromString":"1","to":null,"toString":"2"}]}]}""";
        MappedIssue mapped = map(FieldMapping.EMPTY, ",\"customfield_10077\":2", log);

        assertThat(mapped.estimates())
                .extracting(interval -> interval.value().toString())
                .containsExactly("1", "2");
    }

    @Test
    void mappedFieldWinsOverDetection() {
        var mapping = new FieldMapping("customfield_1", null, null, null, null, null, null, null, null);
        assertThat(points(mapping, ",\"customfield_1\":2,\"customfield_10016\":5", ""))
                .isEqualTo("2");
    }

    @Test
    void refusesNegativePoints() {
        assertThatThrownBy(() -> points(FieldMapping.EMPTY, ",\"customfield_10016\":-1", ""))
                .isInstanceOf(InvalidRecord.class)
                .hasMessageContaining("negative");
    }

    @Test
    void knowsWhetherMoreKnowledgeChangesWhatWasRead() {
        DetectedFields detected = new DetectedFields();
        IssueMapper usual = new IssueMapper(FieldMapping.EMPTY, detected);
        usual.map(issue(",\"customfield_10016\":3", ""));
        IssueMapper same = new IssueMapper(FieldMapping.EMPTY, knowing("customfield_10016", Role.STORY_POINT_ESTIMATE));
        IssueMapper other = new IssueMapper(FieldMapping.EMPTY, knowing("customfield_10099", Role.STORY_POINTS));

        assertThat(usual.isContinuedBy(same)).isTrue();
        assertThat(usual.isContinuedBy(other)).isFalse();
    }

    @Test
    void findsSprintsInAnyField() {
        String sprint = "{\"id\":%s,\"name\":\"S\",\"state\":\"active\"}";
        MappedIssue mapped = map(
                FieldMapping.EMPTY,
                ",\"customfield_555\":[" + sprint.formatted(4) + "],\"sprint\":" + sprint.formatted(5)
                        + ",\"customfield_777\":[{\"id\":9,\"name\":\"x\",\"state\":\"odd\"}]"
                        + ",\"customfield_10020\":[\"com.atlassian.greenhopper.service.sprint.Sprint@1[id=6,rapidViewId=2,"
                        + "state=CLOSED,name=Six, or so,startDate=<null>]\"]",
                "");

        assertThat(mapped.memberships())
                .containsExactly(
                        new Membership("4", 0, CREATED, null),
                        new Membership("5", 0, CREATED, null),
                        new Membership("6", 0, CREATED, null));
        assertThat(mapped.sprints()).anySatisfy(six -> {
            assertThat(six.name()).isEqualTo("Six, or so");
            assertThat(six.state()).isEqualTo("closed");
            assertThat(six.boardId()).isEqualTo("2");
        });
    }

    @Test
    void flagIsAnyValueOfTheFlagField() {
        assertThat(map(FieldMapping.EMPTY, ",\"customfield_10021\":[{\"value\":\"Impediment\"}]", "")
                        .flagged())
                .hasSize(1);
        assertThat(map(FieldMapping.EMPTY, ",\"customfield_10021\":[]", "").flagged())
                .isEmpty();
        assertThat(map(FieldMapping.EMPTY, ",\"customfield_10021\":null", "").flagged())
                .isEmpty();
    }

    @Test
    void bugsAndEscapedBugsFollowTheMapping() {
        assertThat(map(FieldMapping.EMPTY, ",\"labels\":[\"Production\"]", "").escaped())
                .isTrue();
        assertThat(map(FieldMapping.EMPTY, "", "").bug()).isTrue();
        assertThat(map(FieldMapping.EMPTY, "", "").escaped()).isFalse();
        var production = new FieldMapping.Production(
                null, List.of("Live"), List.of("prod"), "customfield_3", List.of("customer"));
        var mapping = new FieldMapping(null, null, null, null, null, null, null, List.of("bug", "Defect"), production);
        assertThat(map(mapping, ",\"labels\":[\"production\"]", "").escaped()).isFalse();
        assertThat(map(mapping, ",\"components\":[{\"name\":\"live\"}]", "").escaped())
                .isTrue();
        assertThat(map(mapping, ",\"environment\":\"PROD\"", "").escaped()).isTrue();
        assertThat(map(mapping, ",\"customfield_3\":{\"value\":\"Customer\"}", "")
                        .escaped())
                .isTrue();
        assertThat(map(mapping, ",\"customfield_3\":[{\"value\":\"us\"}]", "").escaped())
                .isFalse();
        var stories = new FieldMapping(null, null, null, null, null, null, null, List.of("Defect"), null);
        assertThat(map(stories, "", "").bug()).isFalse();
    }

    @Test
    void keepsSmallCustomValuesOnly() {
        assertThat(map(
                                FieldMapping.EMPTY,
                                ",\"customfield_1\":\"a\",\"customfield_2\":{\"value\":\"b\"},\"customfield_3\":[1],"
                                        + "\"customfield_4\":1e99,\"customfield_5\":true,\"customfield_6\":null",
                                "")
                        .custom())
                .isEqualTo("{\"customfield_1\":\"a\",\"customfield_2\":\"b\",\"customfield_5\":true}");
    }

    private static DetectedFields knowing(String field, Role role) {
        return new DetectedFields(Map.of(field, role));
    }

    private static String points(FieldMapping mapping, String fields, String members) {
        BigDecimal points = map(mapping, fields, members).estimates().getLast().value();
        return points == null ? null : points.toPlainString();
    }

    private static MappedIssue map(FieldMapping mapping, String fields, String members) {
        IssueRecord issue = issue(fields, members);
        DetectedFields detected = new DetectedFields();
        detected.learn(issue);
        return new IssueMapper(mapping, detected).map(issue);
    }

    private static IssueRecord issue(String fields, String members) {
        byte[] line = """
                {"kind":"issue","data":{"id":"1","key":"PAY-1","fields":{"created":"2026-01-01T00:00:00Z","issuetype":{"name":"Bug"},\
                "status":{"id":"3","name":"Doing"}%s}%s}}""".formatted(fields, members).getBytes(StandardCharsets.UTF_8);
        return (IssueRecord) new RecordReader().read(line, line.length);
    }
}
