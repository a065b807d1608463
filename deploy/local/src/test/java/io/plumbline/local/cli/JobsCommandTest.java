package io.plumbline.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.plumbline.local.state.StateFolder;
import io.plumbline.local.terminal.Terminal;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands around jobs, against a gateway that answers as it was told to. */
class JobsCommandTest {
    private static final String ID = "0197c5a0-7d3e-7abc-9def-0123456789ab";
    private static final String JOB = "/analytics/jobs/" + ID;

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final Deque<String> streams = new ArrayDeque<>();
    private HttpServer server;
    private String spec;

    @BeforeEach
    void start() throws IOException {
        spec = Files.writeString(folder.resolve("spec.json"), "{\"measures\":[{\"name\":\"created\"}]}")
                .toString();
        server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(JOB + "/stream", this::stream);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void runPrintsTheIdForScriptsAndTheNextStepForPeople() {
        answer("/analytics/jobs", 202, "{\"data\":{\"id\":\"" + ID + "\",\"state\":\"queued\"}}");
        assertThat(execute("jobs", "run", spec, "--priority", "low", "--label", "all of it"))
                .isEqualTo(ExitCode.OK);
        assertThat(out.toString().strip()).isEqualTo(ID);
        assertThat(err.toString()).contains("./plumbline jobs follow " + ID);
        assertThat(asked)
                .containsExactly("POST /analytics/jobs {\"spec\":{\"measures\":[{\"name\":\"created\"}]},"
                        + "\"priority\":\"low\",\"label\":\"all of it\"}");
    }

    @Test
    void runFollowsThroughBrokenConnectionsToTheRows() {
        answer("/analytics/jobs", 200, "{\"data\":{\"id\":\"" + ID + "\",\"deduplicated\":true}}");
        answer(JOB, 200, "{\"data\":{\"id\":\"" + ID + "\",\"state\":\"completed\"}}");
        answer(JOB + "/result", 200, """
                {"data": {"results": [{"created": 4}], "total": 120}, "meta": {"columns": [{"name": "created"}]}}""");
        streams.add("id:1\nevent:queued\ndata:{\"progress\":0,\"stage\":\"queued\"}\n\nid:2\nevent:star");
        streams.add(":hb\n\nid:2\nevent:retrying\ndata:{\"progress\":0.1}\n\nevent:reconnect\ndata:{}\n\n");
        streams.add("""
                event:progress
                data:{"progress":0.5,"stage":"reading","rows":1200,"eta_ms":65000}

                id:3
                event:completed
                data:{"progress":1}

                event:end
                data:{}

                """);
        assertThat(execute("jobs", "run", spec, "--follow")).isEqualTo(ExitCode.OK);
        assertThat(asked)
                .containsSubsequence("GET " + JOB + "/stream  after none", "GET " + JOB + "/stream  after 1")
                .contains("GET " + JOB + "/stream  after 2", "GET " + JOB + "/result?page=1&page_size=50 ");
        assertThat(err.toString())
                .contains("it is job " + ID, "It broke off and is tried again.")
                .contains("reading, 1,200 rows, about 1 min 5 s left", "50%");
        assertThat(out.toString()).contains("created", "1 of 120 rows", "--page 2");
    }

    @Test
    void followSaysWhyAJobFailed() {
        streams.add("event:end\ndata:{}\n\n");
        answer(JOB, 200, """
                {"data": {"state": "failed", "error": {"code": "query_timeout", "detail": "It took longer than five minutes."}}}""");
        assertThat(execute("jobs", "follow", ID)).isEqualTo(ExitCode.FAILED);
        assertThat(err.toString()).contains("The job failed. It took longer than five minutes.");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void followKnowsAJobThatIsOver() {
        streams.add("204");
        answer(JOB, 200, "{\"data\": {\"state\": \"cancelled\"}}");
        assertThat(execute("jobs", "follow", ID)).isEqualTo(ExitCode.FAILED);
        assertThat(err.toString()).contains("The job was cancelled.");
    }

    @Test
    void writesAResultToAFileAndOnlyAWholeOne() throws IOException {
        Path file = folder.resolve("rows.csv");
        answer(JOB + "/result", 200, "created\n4\n");
        assertThat(execute("jobs", "result", ID, "--format", "csv", "--output", file.toString()))
                .isEqualTo(ExitCode.OK);
        assertThat(Files.readString(file)).isEqualTo("created\n4\n");
        assertThat(folder.resolve("rows.csv.part")).doesNotExist();
        assertThat(err.toString()).contains("The rows are in " + file);
        assertThat(execute("jobs", "result", ID, "--format", "csv")).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).isEqualTo("created\n4\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jobs run SPEC --format parquet", "jobs result ID --format arrow"})
    void refusesBytesForATerminalBeforeItAsksAnything(String line) {
        assertThat(execute(words(line))).isEqualTo(ExitCode.FAILED);
        assertThat(err.toString()).contains("Name a file: -o rows.");
        assertThat(asked).isEmpty();
    }

    @Test
    void listShowsHowJobsStand() {
        answer("/analytics/jobs", 200, """
                {"data": {"jobs": [
                   {"id": "%1$s", "label": "all", "state": "running", "progress": 0.25, "rows": 1200, "submitted_by": "ana",
                    "submitted_at": "2026-03-01T10:00:00Z", "error": null},
                   {"id": "%1$s", "label": null, "state": "failed", "progress": 0.5, "rows": 0, "submitted_by": "cem",
                    "submitted_at": "2026-03-01T09:00:00Z", "error": {"code": "query_timeout"}}], "next": "%1$s"}}
                """.formatted(ID));
        assertThat(execute("jobs", "list", "--state", "running", "--limit", "2"))
                .isEqualTo(ExitCode.OK);
        assertThat(asked).containsExactly("GET /analytics/jobs?state=running&limit=2 ");
        assertThat(out.toString())
                .containsPattern("all +ana +running +25% +1,200")
                .containsPattern("cem +failed +50% +0 +query_timeout")
                .contains("There are more: --after " + ID);
    }

    @Test
    void listSaysThatThereAreNone() {
        answer("/analytics/jobs", 200, "{\"data\": {\"jobs\": []}}");
        assertThat(execute("jobs", "list")).isEqualTo(ExitCode.OK);
        assertThat(out.toString().strip()).isEqualTo("No jobs.");
    }

    @Test
    void showTellsWhatHappened() {
        answer(JOB, 200, """
                {"data": {"id": "%s", "label": null, "state": "running", "priority": "high", "progress": 0.256, "stage": "querying",
                  "rows": 0, "eta_ms": 4000, "attempt": 1, "max_attempts": 4, "submitted_by": "ana", "result": null, "error": null,
                  "history": [{"from": null, "to": "queued", "cause": "submitted", "at": "2026-03-01T10:00:00Z"}],
                  "spec": {"limit": 5}}}""".formatted(ID));
        assertThat(execute("jobs", "show", ID)).isEqualTo(ExitCode.OK);
        assertThat(out.toString())
                .contains("state         running, 26%, querying, about 4 s left", "attempt       1 of 4")
                .contains("queued     submitted", "\"limit\" : 5")
                .doesNotContain("label", "kept until");
    }

    @Test
    void cancelSaysWhatBecameOfIt() {
        answer(JOB, 202, "{\"data\": {\"state\": \"running\"}}");
        assertThat(execute("jobs", "cancel", ID)).isEqualTo(ExitCode.OK);
        assertThat(asked).containsExactly("DELETE " + JOB + " ");
        assertThat(out.toString()).contains("is being cancelled; it is still running");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jobs show ID", "jobs follow ID", "jobs result ID", "jobs cancel ID"})
    void aJobThatIsNotThereIsRefused(String line) {
        String problem = "{\"title\": \"There is nothing at this address.\", \"detail\": \"There is no such job.\"}";
        answer(JOB, 404, problem);
        answer(JOB + "/result", 404, problem);
        streams.add("404");
        assertThat(execute(words(line))).isEqualTo(ExitCode.FAILED);
        assertThat(err.toString()).contains("There is no such job.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jobs run", "jobs run SPEC --priority urgent", "jobs show", "jobs list --limit many"})
    void refusesALineThatIsWrong(String line) {
        assertThat(execute(words(line))).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("Usage: plumbline jobs");
    }

    private String[] words(String line) {
        return line.replace("SPEC", spec).replace("ID", ID).split(" ", -1);
    }

    private void answer(String path, int status, String body) {
        server.createContext(path, exchange -> {
            try (exchange) {
                String sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + sent);
                byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(status, bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        });
    }

    private void stream(HttpExchange exchange) {
        try (exchange) {
            String after = exchange.getRequestHeaders().getFirst("Last-Event-ID");
            asked.add("GET " + exchange.getRequestURI() + "  after " + (after == null ? "none" : after));
            String text = streams.remove();
            if (text.equals("204")) {
                exchange.sendResponseHeaders(204, -1);
            } else if (text.equals("404")) {
                byte[] problem = "{\"title\":\"Not here.\",\"detail\":\"There is no such job.\"}"
                        .getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(404, problem.length);
                exchange.getResponseBody().write(problem);
            } else {
                exchange.sendResponseHeaders(200, 0);
                try (OutputStream body = exchange.getResponseBody()) {
                    body.write(text.getBytes(StandardCharsets.UTF_8));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int execute(String... arguments) {
        Map<String, String> environment = Map.of(
                "PLUMBLINE_URL", "http://127.0.0.1:" + server.getAddress().getPort());
        Terminal terminal = Terminal.of(new PrintWriter(out), new PrintWriter(err), environment);
        Context context = new Context(folder, StateFolder.locate(folder, Map.of()), environment, terminal);
        return PlumblineCommand.commandLine(context).execute(arguments);
    }
}
