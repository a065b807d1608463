package io.plumbline.acceptance.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What dashboards and alerts read is there: a metric that was renamed leaves an empty panel, which nobody notices. */
@ExtendWith(RunningProduct.class)
class MetricsTest {
    private static final Path FOLDER = Path.of(System.getProperty("plumbline.root"), "deploy", "observability");
    private static final ObjectMapper JSON = new ObjectMapper();
    /** A name with a range, with labels, or by itself; functions are followed by a parenthesis, labels stand in one. */
    private static final Pattern METRIC = Pattern.compile("\\b([a-z]+(?:_[a-z0-9]+)+)\\b(?!\\s*\\()");

    /** A label, not a metric. */
    private static final Set<String> WORDS = Set.of("pool_name");

    @Test
    void exposesWhatDashboardsAndAlertsRead(Product product) throws IOException {
        ask(product);

        assertThat(exposed(product)).containsAll(read());
    }

    private static void ask(Product product) throws IOException {
        product.run("demo", JSON.readTree("{\"measures\": [{\"name\": \"created\"}]}"));
        product.post("/analytics/run", product.tokens().viewer("demo"), "{\"measures\": [{\"name\": \"creatd\"}]}");
    }

    private static Set<String> exposed(Product product) {
        return product.metrics()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("[{ ]", 2)[0])
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> read() throws IOException {
        Stream<String> alerts = Pattern.compile("expr: (.+)")
                .matcher(Files.readString(FOLDER.resolve("alerts.yml")))
                .results()
                .map(match -> match.group(1));
        return Stream.concat(alerts, panels().stream())
                .flatMap(expression -> METRIC.matcher(expression).results())
                .map(MatchResult::group)
                .filter(name -> !WORDS.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> panels() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER.resolve("grafana/dashboards"))) {
            return files.flatMap(file -> tree(file).findValuesAsText("expr").stream())
                    .toList();
        }
    }

    private static JsonNode tree(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
