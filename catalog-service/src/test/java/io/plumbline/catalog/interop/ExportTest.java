package io.plumbline.catalog.interop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.plumbline.catalog.definition.CatalogFiles;
import io.plumbline.catalog.interop.yaml.YamlReader;
import io.plumbline.catalog.interop.yaml.YamlText;
import io.plumbline.spec.catalog.Catalog;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The product's whole catalog as files of other tools. */
class ExportTest {
    private static final Catalog CATALOG = CatalogFiles.load();

    @ParameterizedTest
    @EnumSource
    void writesWhatTheFormatsSchemaTakes(Format format) throws Exception {
        JsonNode file = YamlReader.read(YamlText.of(format.export(CATALOG)));
        try (var schema = getClass().getResourceAsStream("/interop/" + format.wireName() + ".schema.json")) {
            var validator = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(schema);
            assertThat(validator.validate(file)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void namesEachMetricOnce(Format format) {
        assertThat(metrics(format)).hasSizeGreaterThan(12);
        assertThat(metrics(format)
                        .valueStream()
                        .map(metric -> metric.path("name").asText()))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void leavesOutWhatTheFormatWouldComputeOtherwise(Format format) {
        assertThat(metrics(format)
                        .valueStream()
                        .map(metric -> metric.path("name").asText()))
                .contains("created", "lead_time_p85", "completed_sp", "reopen_rate")
                // Averages of sprints, states at an instant, deviations, time cut to a period.
                .doesNotContain("velocity", "wip", "sprint_problematic_score", "blocked_hours");
        assertThat(format.export(CATALOG).toString()).contains("sprint_problematic_score", "blocked_hours");
    }

    @Test
    void writesADbtMeasureForEachSimpleMetric() {
        JsonNode file = Format.DBT.export(CATALOG);
        JsonNode metric = named(file.path("metrics"), "lead_time_p85");
        assertThat(metric.path("type").asText()).isEqualTo("simple");
        JsonNode model = named(file.path("semantic_models"), "issue");
        assertThat(model.path("model").asText()).isEqualTo("ref('issues')");
        JsonNode measure = named(
                model.path("measures"),
                metric.path("type_params").path("measure").path("name").asText());
        assertThat(measure.path("agg").asText()).isEqualTo("percentile");
        assertThat(measure.path("agg_params").path("percentile").asDouble()).isEqualTo(0.85);
        assertThat(measure.path("agg_time_dimension").asText()).isEqualTo("done_at");
        assertThat(measure.path("expr").asText())
                .isEqualTo("case when done_at is not null "
                        + "then (extract(epoch from done_at - created_at) / 86400.0) end");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            created       | count(issue.issue_id)
            completed_sp  | sum(case when sprint_issue.completed then sprint_issue.points_end end)
            bug_count     | count(case when issue.is_bug then issue.issue_id end)
            """)
    void writesOsiExpressionsOverFieldsOfDatasets(String name, String expression) {
        JsonNode dialect = named(metrics(Format.OSI), name)
                .path("expression")
                .path("dialects")
                .path(0);
        assertThat(dialect.path("dialect").asText()).isEqualTo("ANSI_SQL");
        assertThat(dialect.path("expression").asText()).isEqualTo(expression);
    }

    @Test
    void standsInWithDefaultsForParameters() {
        assertThat(YamlText.of(Format.OSI.export(CATALOG)).lines())
                .filteredOn(line -> line.strip().startsWith("expression:"))
                .isNotEmpty()
                .noneMatch(line -> line.matches(".*[( ]:[a-z].*"));
    }

    private static JsonNode metrics(Format format) {
        JsonNode file = format.export(CATALOG);
        return format == Format.DBT
                ? file.path("metrics")
                : file.path("semantic_model").path(0).path("metrics");
    }

    private static JsonNode named(JsonNode list, String name) {
        return StreamSupport.stream(list.spliterator(), false)
                .filter(each -> each.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
