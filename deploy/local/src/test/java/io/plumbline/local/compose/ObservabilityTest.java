package io.plumbline.local.compose;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plumbline.local.state.Service;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.Yaml;

class ObservabilityTest {
    private static final String FOLDER = "deploy/observability/";

    @Test
    void scrapesTheManagementPortOfEveryService() {
        assertThat(Checkout.find("targets: \\[\"([^\"]+)\"\\]", FOLDER + "prometheus.yml"))
                .containsExactlyInAnyOrderElementsOf(Stream.of(Service.values())
                        .map(service -> service.title() + ":" + managementPort(service))
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({"analytics-overview, Analytics Overview", "job-performance, Job Performance"})
    void describesEveryPanelOfADashboard(String file, String title) throws IOException {
        JsonNode dashboard = new ObjectMapper()
                .readTree(Checkout.path(FOLDER + "grafana/dashboards/" + file + ".json")
                        .toFile());
        assertThat(dashboard.path("title").asText()).isEqualTo(title);
        assertThat(dashboard.path("panels")).isNotEmpty().allSatisfy(panel -> {
            assertThat(panel.path("title").asText()).isNotBlank();
            assertThat(panel.path("description").asText()).isNotBlank();
            assertThat(panel.at("/datasource/uid").asText()).isIn(dataSources());
        });
        assertThat(dashboard.findValuesAsText("id")).doesNotHaveDuplicates();
    }

    @Test
    void saysWithEveryAlertWhatToDo() {
        assertThat(rules()).isNotEmpty().allSatisfy(rule -> {
            assertThat(rule).containsKeys("alert", "expr", "labels");
            assertThat(rule.get("annotations"))
                    .asInstanceOf(InstanceOfAssertFactories.MAP)
                    .containsOnlyKeys("summary", "description");
        });
    }

    private static List<String> dataSources() {
        return Checkout.find("^    uid: (\\S+)$", FOLDER + "grafana/provisioning/datasources/prometheus.yml");
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> rules() {
        Map<String, List<Map<String, Object>>> document = new Yaml().load(Checkout.text(FOLDER + "alerts.yml"));
        return (List<Map<String, Object>>) document.get("groups").getFirst().get("rules");
    }

    private static String managementPort(Service service) {
        return Checkout.find(
                        "^quarkus\\.management\\.port=(\\d+)$",
                        service.title() + "/src/main/resources/application.properties")
                .getFirst();
    }
}
