package io.plumbline.catalog.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each fault in a copy of the shipped definitions is found, and named with its file and place. */
class BadDefinitionsTest {
    private static final String CREATED = "metrics/throughput/created.yaml";
    private static final String VELOCITY = "metrics/throughput/velocity.yaml";
    private static final String STUCK = "metrics/capacity/stuck_count.yaml";
    private static final String RATIO = "metrics/throughput/throughput_ratio.yaml";
    private static final String SCORE = "metrics/composite/sprint_problematic_score@1.yaml";
    private static final String DERIVED = """
            name: velocity_spread
            version: 1.0.0
            display_name: Spread of velocity
            description: The deviation of the velocity of closed sprints over its mean.
            category: throughput
            unit: ratio
            tags: [throughput]
            synonyms: []
            examples: [How steady is the pace, Which board is the steadiest]
            additivity: non_additive
            computation:
              type: derived
              sql_template: deviation / nullif(mean, 0)
              inputs:
                - {name: deviation, metric: velocity, agg: stddev}
                - {name: mean, metric: velocity}
            tested: false
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void copyTheShippedDefinitions() {
        ClassPathFolder.read(shipped -> {
            try (var files = Files.walk(shipped)) {
                for (Path file : files.toList()) {
                    Path copy = folder.resolve(shipped.relativize(file).toString());
                    if (Files.isDirectory(file)) {
                        Files.createDirectories(copy);
                    } else if (file.toString().endsWith(".yaml")) {
                        Files.copy(file, copy);
                    }
                }
            } catch (IOException e) {
                throw new AssertionError(e);
            }
            return folder;
        });
    }

    @Test
    void acceptsTheCopy() {
        assertThat(CatalogFiles.load(folder)).isEqualTo(CatalogFiles.load());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sql_template: issue_id  | sql_template: issue_idd   | /computation/sql_template: at character 1 (issue_idd): there is no such column here
            sql_template: issue_id  | sql_template: pg_sleep(1) | /computation/sql_template: at character 1 (pg_sleep): there is no such function
            sql_template: issue_id  | sql_template: (select 1)  | /computation/sql_template: at character 2 (select): this word of SQL is not part
            sql_template: issue_id  | sql_template: count(*)    | /computation/sql_template: at character 1 (count(*)): this template is the value of one row
            sql_template: issue_id  | sql_template: labels      | /computation/sql_template: at character 1 (labels): the whole is a text list, which does not fit here
            entity: issue           | entity: issues            | /computation/entity: there is no entity issues
            event_time: created     | event_time: done_at       | /computation/event_time: there is no time done_at of the entity issue; allowed: created, done
            aggregation: count      | aggregation: sum          | /computation/aggregations: the metric's own aggregation must be among those allowed
            aggregations: [count]   | aggregations: [count, sum] | /computation/aggregations: allowed for this metric: [count]
            aggregations: [count]   | aggregations: []          | /computation/aggregations: must have at least 1 items
            aggregation: count      | aggregation: total        | /computation/aggregation: does not have a value in the enumeration
            version: 1.0.0          | version: 1.0              | /version: number found, string expected
            version: 1.0.0          | version: one              | /version: does not match the regex pattern
            unit: issues            | unit: tickets             | /unit: does not have a value in the enumeration
            unit: issues            | units: issues             | required property 'unit' not found
            tested: true            | tested: yes please        | /tested: string found, boolean expected
            category: throughput    | category: capacity        | the file must be metrics/capacity/created.yaml or metrics/capacity/created@1.yaml
            name: created           | name: creations           | the file must be metrics/throughput/creations.yaml
            name: created           | name: board               | /name: a dimension has the same name
            name: created           | name: Created             | /name: does not match the regex pattern
            - opened                | - speed                   | the word "speed" of velocity already leads to created
            - opened                | - cycle time              | the word "cycle time" of created already leads to cycle_time
            - opened                | - Opened                  | /synonyms/0: does not match the regex pattern
            tested: true            | tested: true\\nname: again | this is no well-formed YAML
            """)
    void namesTheFaultOfASimpleMetric(String good, String bad, String fault) throws IOException {
        replace(CREATED, good, bad.replace("\\n", "\n"));
        assertThat(faults()).anySatisfy(text -> assertThat(text).contains(fault));
        assertThat(faults()).anySatisfy(text -> assertThat(text).startsWith("definitions/metrics/throughput/"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            velocity        | coalesce(sum(points_end) filter (where completed), 0) | points_end | needs an aggregate
            velocity        | coalesce(sum(points_end) filter (where completed), 0) | max(joined_at) | the whole is a time, which does not fit here
            velocity        | aggregations: [avg, | aggregations: [avg, p25, | allowed for this metric: [sum, avg,
            stuck_count     | days(:days) | days(:weeks) | this parameter is not declared; allowed: :days
            stuck_count     | days(:days) | days(7) | /parameters/0: no template uses :days
            stuck_count     | default_value: 7 | default_value: 0 | /parameters/0: the default of days must be from minimum to maximum
            stuck_count     | status_category = 'in_progress' and | status_category and | this is a text; allowed: boolean
            stuck_count     | aggregations: [last, avg, max] | aggregations: [last, sum] | allowed for this metric: [avg, max, last]
            throughput_ratio | numerator: closed | numerator: closedd | it is made of closedd, which is no active metric
            throughput_ratio | numerator: closed | numerator: throughput_ratio | the metric is made of itself
            throughput_ratio | tested: true | deprecated_since: x\\nreplaced_by: nothing\\ntested: true | there is no active metric nothing
            throughput_ratio | tested: true | deprecated_since: x\\ntested: true | has a missing property 'replaced_by'
            sprint_problematic_score@1 | weight: 0.25 | weight: 0.26 | /computation/parts: the weights sum to 1.01
            sprint_problematic_score@1 | weight: 0.25 | weight: -0.25 | must have an exclusive minimum value of 0
            sprint_problematic_score@1 | metric: accuracy_abs | metric: wip | its part wip must be a per_sprint metric
            sprint_problematic_score@1 | {name: accuracy_abs | {name: blocked_hours | two parts have the same name
            sprint_problematic_score@1 | version: 1.0.0 | version: 2.0.0 | the file must be
            sprint_problematic_score@1 | kind: instance, | kind: instance, window: 8, | /computation/baseline/window
            sprint_problematic_score@2 | window: 8, | window: 4, | the baseline's window is smaller than its minimum
            sprint_problematic_score@2 | window: 8, | '' | required property 'window' not found
            """)
    void namesTheFaultOfOtherKinds(String metric, String good, String bad, String fault) throws IOException {
        replace(file(metric), good, bad.replace("\\n", "\n"));
        assertThat(faults())
                .anySatisfy(text -> assertThat(text).contains(metric + ".yaml").contains(fault));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            key: [instance_id, issue_id] | key: [instance_id, issue_no] | entity issue, key: issue_no is no column of it
            created: {from: created_at} | created: {from: issue_key} | entity issue, time created: issue_key is no time column of it
            blocked: {from: from_at, to: to_at} | blocked: {from: from_at, to: issue_id} | time blocked: issue_id is no time column
            entity: project, on: | entity: projects, on: | entity issue, join projects: there is no such entity
            project_id: project_id | project_id: project_key | it must name the whole key of project: instance_id, project_id
            assignee_id: user_id | is_bug: user_id | is_bug and user_id must be columns of the same type
            - name: issue_state | - name: issue_history | the entity issue_state is missing
            - name: reporter | - name: assignee | /name: assignee is defined twice
            relation: warehouse.issues | relation: pg_catalog.pg_class | /entities/0/relation: does not match the regex pattern
            issue_key: text | tenant_id: text | tenant_id
            issue_key: text | issue_key: varchar | /entities/0/columns/issue_key: does not have a value in the enumeration
            """)
    void namesTheFaultOfAnEntity(String good, String bad, String fault) throws IOException {
        replace("entities.yaml", good, bad);
        assertThat(faults())
                .anySatisfy(text ->
                        assertThat(text).contains("definitions/entities.yaml").contains(fault));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            entity: project, column: project_key | entity: project, column: keys | there is no column keys of an entity project
            entity: project, column: project_key | entity: nothing, column: keys | there is no column keys of an entity nothing
            entity: issue, column: is_subtask | entity: issue, column: issue_type | issue.issue_type is a text, not a boolean
            sources: [] | sources: [{entity: issue, column: created_at}] | only metric_time has none
            name: priority | name: board | board is defined twice
            """)
    void namesTheFaultOfADimension(String good, String bad, String fault) throws IOException {
        replace("dimensions.yaml", good, bad);
        assertThat(faults())
                .anySatisfy(text ->
                        assertThat(text).contains("definitions/dimensions.yaml").contains(fault));
    }

    @Test
    void refusesASprintsDimensionThatNoSprintReaches() throws IOException {
        String text = Files.readString(folder.resolve("dimensions.yaml"));
        int at = text.indexOf("name: priority");
        Files.writeString(
                folder.resolve("dimensions.yaml"),
                text.substring(0, at) + text.substring(at).replaceFirst("per_sprint: false", "per_sprint: true"));
        assertThat(faults())
                .containsExactly(
                        "definitions/dimensions.yaml at dimension priority: a sprint does not reach it, so it can't be per_sprint");
    }

    @Test
    void refusesWhatIsNoDefinition() throws IOException {
        Files.writeString(folder.resolve("metrics/notes.txt"), "to be done");
        Files.writeString(folder.resolve(VELOCITY), "name: [unclosed");
        assertThat(faults())
                .anySatisfy(text -> assertThat(text)
                        .contains("metrics/notes.txt")
                        .contains("a definition is a file that ends in .yaml"))
                .anySatisfy(text -> assertThat(text).contains("velocity.yaml").contains("no well-formed YAML"));
    }

    @Test
    void refusesAnEmptyFile() throws IOException {
        Files.writeString(folder.resolve("metrics/throughput/created.yaml"), "");
        assertThat(faults()).isNotEmpty();
    }

    @Test
    void refusesACycleOfSeveralMetrics() throws IOException {
        replace(RATIO, "numerator: closed", "numerator: reopen_rate");
        replace("metrics/quality/reopen_rate.yaml", "numerator: reopened_count", "numerator: throughput_ratio");
        assertThat(faults()).hasSize(2).allSatisfy(text -> assertThat(text).contains("the metric is made of itself"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            agg: stddev         | agg: p25              | /computation/inputs: velocity can't be rolled up by p25
            name: mean          | name: deviation       | /computation/inputs: two inputs have the name deviation
            nullif(mean, 0)     | 2                     | /computation/inputs: the template does not use mean
            nullif(mean, 0)     | nullif(sum(mean), 0)  | this template is the value of one row
            nullif(mean, 0)     | nullif(velocity, 0)   | there is no such column here
            """)
    void namesTheFaultOfADerivedMetric(String good, String bad, String fault) throws IOException {
        Files.writeString(folder.resolve("metrics/throughput/velocity_spread.yaml"), DERIVED);
        assertThat(CatalogFiles.load(folder).metrics())
                .anyMatch(metric -> metric.name().equals("velocity_spread"));
        replace("metrics/throughput/velocity_spread.yaml", good, bad);
        assertThat(faults()).anySatisfy(text -> assertThat(text).contains(fault));
    }

    @Test
    void reportsTheFaultsOfAllFilesAtOnce() throws IOException {
        replace(CREATED, "unit: issues", "unit: tickets");
        replace(STUCK, "unit: issues", "unit: tickets");
        var thrown = catchThrowableOfType(DefinitionException.class, () -> CatalogFiles.load(folder));
        assertThat(thrown.faults()).hasSize(2);
        assertThat(thrown)
                .hasMessageStartingWith("The catalog's definitions have 2 fault(s):")
                .hasMessageContaining("definitions/metrics/capacity/stuck_count.yaml at /unit: ")
                .hasMessageContaining("definitions/metrics/throughput/created.yaml at /unit: ");
    }

    @Test
    void admitsAMetricThatIsRetired() throws IOException {
        replace(SCORE, "tested: true", "tested: true\nactive: false");
        assertThat(CatalogFiles.load(folder).metrics()).anyMatch(metric -> !metric.active());
    }

    private List<String> faults() {
        var thrown = catchThrowableOfType(DefinitionException.class, () -> CatalogFiles.load(folder));
        assertThat(thrown).as("the definitions are refused").isNotNull();
        return thrown.faults().stream().map(DefinitionFault::describe).toList();
    }

    private String file(String metric) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.map(file -> folder.relativize(file).toString())
                    .filter(file -> file.endsWith("/" + metric + ".yaml"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private void replace(String file, String good, String bad) throws IOException {
        Path path = folder.resolve(file);
        String text = Files.readString(path);
        assertThat(text).contains(good);
        int at = text.indexOf(good);
        Files.writeString(path, text.substring(0, at) + bad + text.substring(at + good.length()));
    }
}
