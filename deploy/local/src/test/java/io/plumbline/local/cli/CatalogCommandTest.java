package io.plumbline.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.plumbline.local.state.StateFolder;
import io.plumbline.local.terminal.Terminal;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands against a gateway at the wire. */
class CatalogCommandTest {
    private static final String METRIC = """
            {"name": "velocity", "owner": "product", "version": "1.0.0", "display_name": "Velocity",
             "description": "The story points that a closed sprint completed.", "category": "throughput", "unit": "points",
             "aggregation": "avg", "aggregations": ["avg", "sum"], "sql_template": "sum(points_end)",
             "synonyms": ["pace"], "examples": ["velocity by sprint"], "dependencies": [],
             "computation": {"type": "per_sprint"}, "additivity": "non_additive",
             "parameters": [{"name": "days", "description": "How long.", "default_value": 7, "minimum": 1, "maximum": 30}]}""";

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private HttpServer server;
    private String asked;
    private String sent;
    private int refused;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"list", "show", "export", "import", "pages"})
    void everyCommandHasHelpWithAnExample(String command) {
        assertThat(execute("catalog", command, "--help")).isEqualTo(ExitCode.OK);
        assertThat(out.toString())
                .startsWith("Usage: plumbline catalog " + command)
                .contains("./plumbline catalog");
    }

    @Test
    void listsMetricsAsATable() {
        assertThat(execute("catalog", "list", "--category", "lead time")).isEqualTo(ExitCode.OK);
        assertThat(asked).isEqualTo("GET /analytics/metrics?category=lead%20time");
        assertThat(out.toString()).contains("name", "velocity", "Velocity", "points", "1 metric ");
    }

    @Test
    void showsOneMetric() {
        assertThat(execute("catalog", "show", "velocity@1")).isEqualTo(ExitCode.OK);
        assertThat(asked).isEqualTo("GET /analytics/metrics/velocity%401");
        assertThat(out.toString())
                .contains(
                        "Velocity", "The story points", "computed by", "sum(points_end)", "days = 7 (1 to 30)", "pace");
    }

    @Test
    void printsTheWholeAnswerAsJson() {
        assertThat(execute("catalog", "show", "velocity", "--json")).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).startsWith("{").contains("\"display_name\" : \"Velocity\"");
    }

    @Test
    void exportsToAFileOrToStandardOutput() throws IOException {
        assertThat(execute("catalog", "export", "--format", "osi")).isEqualTo(ExitCode.OK);
        assertThat(asked).isEqualTo("GET /analytics/metrics/export?format=osi");
        assertThat(out.toString()).isEqualTo("metrics: []\n");
        Path file = folder.resolve("catalog.yaml");
        assertThat(execute("catalog", "export", "-o", file.toString())).isEqualTo(ExitCode.OK);
        assertThat(asked).endsWith("format=dbt");
        assertThat(file).content().isEqualTo("metrics: []\n");
        assertThat(execute("catalog", "export", "-o", folder.resolve("no/such").toString()))
                .isEqualTo(ExitCode.FAILED);
        assertThat(err.toString()).contains("can't be written");
    }

    @Test
    void importsAndSaysWhatBecameOfEachMetric() throws IOException {
        Path file = Files.writeString(folder.resolve("metrics.yaml"), "metrics: [ä]");
        assertThat(execute("catalog", "import", file.toString(), "--dry-run")).isEqualTo(ExitCode.OK);
        assertThat(asked).isEqualTo("POST /analytics/metrics/import?format=dbt&dry_run=true");
        assertThat(sent).isEqualTo("metrics: [ä]");
        assertThat(out.toString()).contains("urgent", "created", "urgent@1.0.0", "Nothing was written", "assumed unit");
    }

    @Test
    void failsWhereAMetricWasRefused() throws IOException {
        refused = 1;
        Path file = Files.writeString(folder.resolve("metrics.yaml"), "metrics: []");
        assertThat(execute("catalog", "import", file.toString())).isEqualTo(ExitCode.FAILED);
        assertThat(err.toString()).contains("slow", "/metrics/1/type", "No counterpart.");
    }

    @Test
    void refusesAFormatThatIsNoneAndAFileThatIsNotThere() {
        assertThat(execute("catalog", "export", "--format", "lookml")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("--format", "dbt", "osi");
        assertThat(execute("catalog", "import", folder.resolve("none.yaml").toString()))
                .isEqualTo(ExitCode.FAILED);
        assertThat(err.toString()).contains("can't be read");
    }

    @Test
    void keepsThePagesAsFiles() {
        Path pages = folder.resolve("a/b");
        assertThat(execute("catalog", "pages", "-o", pages.toString())).isEqualTo(ExitCode.OK);
        assertThat(pages.toFile().list()).containsExactlyInAnyOrder("index.html", "velocity.html", "velocity@1.html");
        assertThat(pages.resolve("velocity.html")).content().contains("Velocity");
        assertThat(out.toString()).contains("3 pages");
    }

    @Test
    void showsTheProblemOfTheApi() {
        assertThat(execute("catalog", "show", "velocitty")).isEqualTo(ExitCode.FAILED);
        assertThat(err.toString()).contains("There is no such metric", "velocity");
    }

    @Test
    void saysThatTheStackIsNotRunning() {
        assertThat(run(Map.of(), "catalog", "list")).isEqualTo(ExitCode.NOT_RUNNING);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            asked = exchange.getRequestMethod() + " " + exchange.getRequestURI();
            sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String path = exchange.getRequestURI().getPath();
            byte[] body = body(path).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(path.endsWith("velocitty") ? 404 : 200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private String body(String path) {
        return switch (path) {
            case "/analytics/metrics" -> "{\"data\": [" + METRIC + "]}";
            case "/analytics/metrics/export" -> "metrics: []\n";
            case "/analytics/metrics/import" -> """
                    {"data": {"dry_run": true, "created": 1, "updated": 0, "unchanged": 0, "refused": %d, "items": [
                      {"name": "urgent", "result": "created", "metric": "urgent@1.0.0", "assumed": ["unit: issues"]},
                      {"name": "slow", "result": "refused",
                       "errors": [{"pointer": "/metrics/1/type", "message": "No counterpart."}]}]}}""".formatted(refused);
            case "/analytics/metrics/docs/index.html" ->
                "<a href=\"velocity.html\"> <a href=\"velocity.html#made\"> <a href=\"../../x.html\"> <a href=\"#top\">";
            case "/analytics/metrics/docs/velocity.html" ->
                "Velocity <a href=\"index.html\"> <a href=\"velocity@1.html\">";
            case "/analytics/metrics/velocitty" ->
                "{\"title\": \"There is nothing at this address.\", \"detail\": \"There is no such metric. Nearest: velocity.\"}";
            default -> "{\"data\": " + METRIC + "}";
        };
    }

    private int execute(String... arguments) {
        return run(
                Map.of(
                        "PLUMBLINE_URL",
                        "http://127.0.0.1:" + server.getAddress().getPort()),
                arguments);
    }

    private int run(Map<String, String> environment, String... arguments) {
        Terminal terminal = Terminal.of(new PrintWriter(out, true), new PrintWriter(err, true), environment);
        Context context = new Context(folder, StateFolder.locate(folder, Map.of()), environment, terminal);
        return PlumblineCommand.commandLine(context).execute(arguments);
    }
}
