package io.plumbline.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.plumbline.local.state.ProcessRef;
import io.plumbline.local.state.StackRecord;
import io.plumbline.local.state.StackRecord.Phase;
import io.plumbline.local.state.StateFolder;
import io.plumbline.local.terminal.Terminal;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "up", "down", "status", "logs", "test", "token", "import", "demo", "ask", "run", "explain", "drill",
                "jobs", "receipt", "catalog", "gateway"
            })
    void everyCommandHasHelp(String command) {
        assertThat(execute(Map.of(), command, "--help")).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).startsWith("Usage: plumbline " + command);
    }

    @Test
    void namesAllExitCodes() {
        execute(Map.of());
        assertThat(out.toString()).contains("Exit codes:", "3   the stack is not running");
    }

    @ParameterizedTest
    @ValueSource(strings = {"status", "ask velocity", "run FILE", "import FILE", "demo"})
    void saysThatTheStackIsNotRunning(String line) {
        String file = folder.resolve("spec.json").toString();
        List<String> words = List.of(line.replace("FILE", file).split(" ", -1));
        write(file, "{}");
        assertThat(execute(Map.of(), words.toArray(String[]::new))).isEqualTo(ExitCode.NOT_RUNNING);
        assertThat(err.toString()).contains("The stack is not running.", "./plumbline up --detach");
    }

    @Test
    void talksToTheGatewayThatTheEnvironmentNames() throws Exception {
        String file = folder.resolve("spec.json").toString();
        write(file, "{}");
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        server.createContext("/analytics/run", CommandLineTest::answerOneRow);
        server.start();
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        assertThat(execute(Map.of("PLUMBLINE_URL", url), "run", file)).isEqualTo(ExitCode.OK);
        server.stop(0);
        assertThat(out.toString()).contains("velocity", "42");
        assertThat(execute(Map.of("PLUMBLINE_URL", url), "run", file)).isEqualTo(ExitCode.FAILED);
        assertThat(err.toString()).contains("Nothing answers at " + url);
    }

    @Test
    void writesTheAnswerInTheFormAskedFor() throws Exception {
        String spec = folder.resolve("spec.json").toString();
        write(spec, "{}");
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        server.createContext("/analytics/run", CommandLineTest::answerTheWish);
        server.start();
        Map<String, String> environment = Map.of(
                "PLUMBLINE_URL", "http://127.0.0.1:" + server.getAddress().getPort());
        Path file = folder.resolve("rows.csv");
        assertThat(execute(environment, "run", spec, "--format", "csv", "-o", file.toString()))
                .isEqualTo(ExitCode.OK);
        assertThat(execute(environment, "run", spec, "--format", "ndjson")).isEqualTo(ExitCode.FAILED);
        assertThat(execute(environment, "run", spec, "--format", "parquet")).isEqualTo(ExitCode.FAILED);
        server.stop(0);
        assertThat(file).hasContent("text/csv");
        assertThat(err.toString()).contains("Name a file: -o rows.parquet.");
        assertThat(err.toString()).contains("broke off before its last row");
    }

    private static void answerTheWish(HttpExchange exchange) throws IOException {
        byte[] answer = exchange.getRequestHeaders().getFirst("Accept").getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    @Test
    void tellsTheGatewayWhatMayBeTakenOfTheCache() throws Exception {
        String file = folder.resolve("spec.json").toString();
        write(file, "{}");
        List<String> asked = new ArrayList<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        server.createContext("/analytics/run", exchange -> {
            asked.add(exchange.getRequestURI().getRawQuery());
            answerOneRow(exchange);
        });
        server.start();
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        execute(Map.of("PLUMBLINE_URL", url), "run", file, "--cache", "fresh");
        execute(Map.of("PLUMBLINE_URL", url), "run", file, "--cache", "a b&c");
        server.stop(0);
        assertThat(asked).containsExactly("cache=fresh", "cache=a+b%26c");
    }

    private static void answerOneRow(HttpExchange exchange) throws IOException {
        byte[] answer = "{\"data\": {\"results\": [{\"velocity\": 42}]}}".getBytes(StandardCharsets.UTF_8);
        boolean known = exchange.getRequestHeaders().getFirst("Authorization").startsWith("Bearer ey");
        exchange.sendResponseHeaders(known ? 200 : 401, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:8080", "//localhost", "ftp://localhost", "http://a b"})
    void refusesAnAddressThatIsNone(String url) {
        assertThat(execute(Map.of("PLUMBLINE_URL", url), "demo")).isEqualTo(ExitCode.FAILED);
        assertThat(err.toString()).contains("PLUMBLINE_URL is '" + url + "'", "http://localhost:8080");
    }

    @Test
    void keepsDemoDataThatIsLoaded() {
        Map<String, String> environment = Map.of("PLUMBLINE_URL", "http://127.0.0.1:1");
        write(folder.resolve("deploy/local/.state/demo/loaded-until").toString(), "2026-07-15");
        assertThat(execute(environment, "demo", "--until", "2026-07-15")).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("loaded already, up to 2026-07-15");
        assertThat(execute(environment, "demo", "--until", "2026-08-01")).isEqualTo(ExitCode.FAILED);
        assertThat(err.toString()).contains("loaded up to 2026-07-15 already", "--demo-until 2026-08-01");
    }

    @Test
    void saysWhyTheStackFailed() {
        ProcessRef gone = new ProcessRef(Integer.MAX_VALUE, 1);
        StateFolder state = StateFolder.locate(folder, Map.of());
        new StackRecord(Phase.FAILED, "query-service was killed.", gone, 0, folder.toString(), 0, List.of())
                .write(state);
        assertThat(execute(Map.of(), "status")).isEqualTo(ExitCode.NOT_RUNNING);
        assertThat(out.toString()).contains("Plumbline has failed and is down.", "query-service was killed.");
        assertThat(execute(Map.of(), "ask", "velocity")).isEqualTo(ExitCode.NOT_RUNNING);
        assertThat(err.toString()).contains("The stack has failed.", "./plumbline status says why");
    }

    @Test
    void downOfNothingIsFine() {
        assertThat(execute(Map.of(), "down")).isEqualTo(ExitCode.OK);
    }

    @Test
    void aTokenHoldsWhatWasAskedFor() {
        assertThat(execute(Map.of(), "token", "--tenant", "acme", "--user", "ben", "--role", "viewer"))
                .isEqualTo(ExitCode.OK);
        String claims = new String(
                Base64.getUrlDecoder().decode(out.toString().strip().split("\\.", -1)[1]), StandardCharsets.UTF_8);
        assertThat(claims)
                .contains(
                        "\"tenant_id\":\"acme\"",
                        "\"sub\":\"ben\"",
                        "\"groups\":[\"viewer\"]",
                        "\"aud\":\"plumbline\"");
    }

    @Test
    void refusesAnUnknownCommandAndNamesTheNearest() {
        assertThat(execute(Map.of(), "aks")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("ask");
    }

    @Test
    void refusesAPointInTimeThatIsNone() {
        assertThat(execute(Map.of(), "ask", "velocity", "--now", "yesterday")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("neither a day (2026-07-15) nor an instant");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--role boss", "--tenant Acme", "--tenant a/b"})
    void refusesATokenThatNoServiceWouldAccept(String option) {
        String[] words = option.split(" ", -1);
        assertThat(execute(Map.of(), "token", words[0], words[1])).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains(words[0], "'" + words[1] + "' is no");
        assertThat(out.toString()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "x", "70000"})
    void refusesAnOffsetThatIsNone(String offset) {
        assertThat(execute(Map.of("PLUMBLINE_PORT_OFFSET", offset), "up")).isEqualTo(ExitCode.FAILED);
        assertThat(err.toString()).contains("PLUMBLINE_PORT_OFFSET is '" + offset + "'", "from 0 to 40000");
    }

    @Test
    void upSaysWhatIsNotBuilt() {
        assertThat(execute(Map.of("PLUMBLINE_PORT_OFFSET", "31000"), "up")).isEqualTo(ExitCode.FAILED);
        assertThat(err.toString())
                .contains("Not built: catalog-service, job-service, query-service, translator-service");
    }

    @Test
    void logsOfAnUnknownPartNamesThoseThatAre() {
        write(folder.resolve("deploy/local/.state/logs/redis.log").toString(), "one\ntwo\n");
        assertThat(execute(Map.of(), "logs", "postgress")).isEqualTo(ExitCode.FAILED);
        assertThat(err.toString()).contains("There are: redis");
        assertThat(execute(Map.of(), "logs", "redis", "-n", "1")).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).isEqualTo("two\n");
    }

    private int execute(Map<String, String> environment, String... arguments) {
        Terminal terminal = Terminal.of(new PrintWriter(out), new PrintWriter(err), environment);
        Context context = new Context(folder, StateFolder.locate(folder, Map.of()), environment, terminal);
        return PlumblineCommand.commandLine(context).execute(arguments);
    }

    private static void write(String file, String text) {
        StateFolder.writePrivately(Path.of(file), text);
    }
}
