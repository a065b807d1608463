package io.plumbline.translator.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.spec.Json;
import io.plumbline.translator.offline.Asking;
import org.junit.jupiter.api.Test;

class FittingChartTest {
    private static JsonNode chart(String question) {
        var rows = Json.mapper().createArrayNode();
        rows.addObject().put("n", 1);
        var chart = FittingChart.of(Asking.spec(question), rows, "What was counted.");
        JsonNode json = Json.mapper().valueToTree(chart);
        assertThat(json.path("$schema").asText()).contains("vega-lite");
        assertThat(json.path("data").path("values")).isEqualTo(rows);
        return json;
    }

    private static String field(JsonNode chart, String channel) {
        return chart.path("encoding").path(channel).path("field").asText();
    }

    @Test
    void drawsALineOverTime() {
        var chart = chart("bugs per month by project");
        assertThat(chart.path("mark").path("type").asText()).isEqualTo("line");
        assertThat(field(chart, "x")).isEqualTo("metric_time");
        assertThat(field(chart, "y")).isEqualTo("bug_count");
        assertThat(field(chart, "color")).isEqualTo("project_key");
    }

    @Test
    void drawsBarsForABreakdownInTheOrderOfTheRows() {
        var chart = chart("velocity by project");
        assertThat(chart.path("mark").path("type").asText()).isEqualTo("bar");
        assertThat(field(chart, "x")).isEqualTo("project_key");
        assertThat(chart.path("encoding").path("x").get("sort").isNull()).isTrue();
    }

    @Test
    void foldsSeveralMeasuresIntoColours() {
        var chart = chart("planned vs completed points by sprint");
        assertThat(chart.path("transform").get(0).path("fold")).hasSize(2);
        assertThat(field(chart, "color")).isEqualTo("measure");
        assertThat(field(chart, "xOffset")).isEqualTo("measure");
    }

    @Test
    void groupsTwoDimensionsByColour() {
        assertThat(field(chart("bugs by project and priority"), "color")).isEqualTo("priority");
        assertThat(field(chart("created and closed by project and priority"), "row"))
                .isEqualTo("measure");
    }

    @Test
    void writesASingleNumberLarge() {
        assertThat(field(chart("velocity"), "text")).isEqualTo("velocity");
    }

    @Test
    void fallsBackToATable() {
        assertThat(chart("created and closed").path("mark").asText()).isEqualTo("text");
        assertThat(chart("bugs by project, priority and component")
                        .path("transform")
                        .get(1)
                        .path("fold"))
                .hasSize(4);
    }
}
