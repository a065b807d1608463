package io.plumbline.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.local.state.StateFolder;
import io.plumbline.local.terminal.Terminal;
import io.plumbline.spec.trace.TraceFile;
import io.plumbline.spec.trace.TraceSpan;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands that show what is behind an answer: drill, receipt, explain. */
class ProofCommandsTest {
    private static final String ID = "0197c5a0-7d3e-7abc-9def-0123456789ab";

    @TempDir
    Path folder;

    private final StandInGateway gateway = new StandInGateway();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private String spec;

    @BeforeEach
    void writeSpec() {
        spec = folder.resolve("spec.json").toString();
        StateFolder.writePrivately(Path.of(spec), "{\"measures\":[{\"name\":\"created\"}]}");
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void drillAsksForTheCellAndShowsItsIssues() {
        gateway.answer("/analytics/drill", 200, """
                {"data": {"results": [{"issue_key": "PAY-1", "value": 1}], "total": 2, "value_sum": 2.0, "query_time_ms": 1.2},
                 "meta": {"columns": [{"name": "issue_key"}, {"name": "value", "unit": "issues"}], "warnings": ["Mind it."]}}
                """);
        assertThat(execute(
                        "drill",
                        spec,
                        "--row",
                        "project_key=PAY",
                        "--row",
                        "assignee=",
                        "--row",
                        "is_subtask=false",
                        "--measure",
                        "created",
                        "--part",
                        "numerator",
                        "--limit",
                        "1",
                        "--offset",
                        "3"))
                .isEqualTo(ExitCode.OK);
        assertThat(gateway.asked())
                .containsExactly("POST /analytics/drill {\"spec\":{\"measures\":[{\"name\":\"created\"}]},"
                        + "\"row\":{\"project_key\":\"PAY\",\"assignee\":null,\"is_subtask\":false},"
                        + "\"measure\":\"created\",\"part\":\"numerator\",\"limit\":1,\"offset\":3}");
        assertThat(out.toString()).contains("issue_key", "PAY-1", "1 of 2 rows · values add up to 2 · 1 ms");
        assertThat(err.toString()).contains("! Mind it.");
    }

    @Test
    void drillLeavesOutWhatWasNotSaid() {
        gateway.answer("/analytics/drill", 200, "{\"data\": {\"results\": []}}");
        assertThat(execute("drill", spec, "--json")).isEqualTo(ExitCode.OK);
        assertThat(gateway.asked().getFirst()).endsWith("\"row\":{}}");
        assertThat(out.toString()).contains("\"results\" : [ ]");
    }

    @Test
    void drillSaysWhyItWasRefused() {
        gateway.answer("/analytics/drill", 400, """
                {"title": "The request is not valid.", "status": 400, "code": "invalid_request", "errors": [
                  {"pointer": "/row", "code": "missing_dimension", "message": "The row needs project_key."}]}
                """);
        assertThat(execute("drill", spec)).isEqualTo(ExitCode.FAILED);
        assertThat(err.toString()).contains("/row  The row needs project_key.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"drill", "drill SPEC --row project_key", "drill SPEC --limit many", "receipt", "receipt 12"})
    void refusesALineThatIsWrong(String line) {
        assertThat(execute(line.replace("SPEC", spec).split(" ", -1))).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("Usage: plumbline " + line.split(" ", -1)[0]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"drill SPEC", "receipt " + ID})
    void saysThatTheStackIsNotRunning(String line) {
        Terminal terminal = Terminal.of(new PrintWriter(out), new PrintWriter(err), Map.of());
        Context context = new Context(folder, StateFolder.locate(folder, Map.of()), Map.of(), terminal);
        assertThat(PlumblineCommand.commandLine(context)
                        .execute(line.replace("SPEC", spec).split(" ", -1)))
                .isEqualTo(ExitCode.NOT_RUNNING);
    }

    @Test
    void receiptShowsWhatTheAnswerWasMadeOf() {
        gateway.answer("/analytics/receipts/" + ID, 200, """
                {"data": {"receipt": "%s", "asked_by": "ana", "spec": {"measures": [{"name": "created"}]}, "spec_hash": "ab",
                 "metrics_used": ["created@1.0.0"], "catalog_version": "c1", "data_version": 7, "data_as_of": null,
                 "evaluated_at": "2026-03-01T10:00:00Z", "result_hash": "cd", "rows": 4, "kept_until": "2026-06-01T10:00:00Z"}}
                """.formatted(ID));
        assertThat(execute("receipt", ID)).isEqualTo(ExitCode.OK);
        assertThat(gateway.asked()).containsExactly("GET /analytics/receipts/" + ID + " ");
        assertThat(out.toString())
                .contains(
                        ID,
                        "asked by      ana",
                        "metrics       created@1.0.0",
                        "data as of    –",
                        "\"name\" : \"created\"");
    }

    @Test
    void verifySaysWhatBecameOfTheAnswer() {
        gateway.answer("/analytics/receipts/" + ID + "/verify", 200, """
                {"data": {"state": "changed", "reasons": ["data", "catalog"], "explanation": "The answer changed: 1 row added.",
                 "differences": [
                   {"kind": "changed", "row": {"project_key": "PAY"}, "column": "created", "before": 1, "after": 2},
                   {"kind": "added", "row": {"project_key": null}, "column": null, "before": null, "after": {"created": 3}}],
                 "errors": []}}
                """);
        assertThat(execute("receipt", ID, "--verify")).isEqualTo(ExitCode.OK);
        assertThat(gateway.asked()).containsExactly("POST /analytics/receipts/" + ID + "/verify {}");
        assertThat(out.toString())
                .contains(
                        "changed: data, catalog",
                        "The answer changed: 1 row added.",
                        "project_key=PAY  changed  created  1       2",
                        "project_key=–    added    –        –       created=3");
    }

    @Test
    void verifySaysThatNothingChanged() {
        gateway.answer(
                "/analytics/receipts/" + ID + "/verify",
                200,
                "{\"data\": {\"state\": \"same\", \"reasons\": [], \"explanation\": \"The answer is the same.\"}}");
        assertThat(execute("receipt", ID, "--verify")).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).startsWith("same" + System.lineSeparator() + "The answer is the same.");
    }

    @Test
    void receiptThatIsNotThereIsRefused() {
        gateway.answer(
                "/analytics/receipts/" + ID,
                404,
                "{\"title\": \"There is nothing at this address.\", \"detail\": \"There is no such receipt.\"}");
        assertThat(execute("receipt", ID)).isEqualTo(ExitCode.FAILED);
        assertThat(err.toString()).contains("There is no such receipt.");
    }

    @Test
    void auditShowsWhoAskedWhat() {
        gateway.answer("/analytics/audit", 200, """
                {"data": {"entries": [
                   {"id": "%1$s", "started_at": "2026-03-01T10:00:00Z", "user": "ana", "kind": "run", "cached": true,
                    "outcome": "ok", "rows": 4, "duration_ms": 1.5, "spec_hash": "0123456789abcdef", "request_id": "r-1"},
                   {"id": "%1$s", "started_at": "2026-03-01T09:00:00Z", "user": "cem", "kind": "values", "cached": false,
                    "outcome": "unknown", "rows": null, "duration_ms": null, "spec_hash": null, "request_id": "r-2"}],
                 "next": "%1$s"}}
                """.formatted(ID));
        assertThat(execute("audit", "--by", "a b", "--outcome", "ok", "--limit", "2"))
                .isEqualTo(ExitCode.OK);
        assertThat(gateway.asked()).containsExactly("GET /analytics/audit?user=a%20b&outcome=ok&limit=2 ");
        assertThat(out.toString())
                .containsPattern("ana +run, cached +ok +4 +1.50 +0123456789ab +r-1")
                .containsPattern("cem +values +unknown +– +– +r-2")
                .contains("There are more: --before " + ID);
    }

    @Test
    void traceShowsTheStepsOfARequestAsATree() {
        String trace = "a".repeat(32);
        new TraceFile(folder.resolve("deploy/local/.state/traces"), "gateway")
                .append(List.of(new TraceSpan(
                        trace,
                        "1",
                        "",
                        "POST /analytics/run",
                        "gateway",
                        0,
                        9_000_000,
                        Map.of("request_id", "r-1"),
                        false)));
        new TraceFile(folder.resolve("deploy/local/.state/traces"), "query-service")
                .append(List.of(
                        new TraceSpan(trace, "3", "2", "db", "query-service", 3_000_000, 8_000_000, Map.of(), true),
                        new TraceSpan(trace, "2", "1", "POST", "query-service", 1_000_000, 8_500_000, Map.of(), false),
                        new TraceSpan("b".repeat(32), "4", "", "other", "query-service", 0, 1, Map.of(), false)));
        assertThat(execute("trace", "r-1")).isEqualTo(ExitCode.OK);
        assertThat(out.toString().lines().map(String::stripTrailing).skip(1))
                .satisfiesExactlyInAnyOrder(
                        line -> assertThat(line).matches("[─ -]+"),
                        line -> assertThat(line).matches("POST /analytics/run +gateway +0.00 +9.00"),
                        line -> assertThat(line).matches("  POST +query-service +1.00 +7.50"),
                        line -> assertThat(line).matches("    db +query-service +3.00 +5.00 +failed"));
        assertThat(execute("trace", trace, "--json")).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("\"resourceSpans\"").doesNotContain("other");
    }

    @Test
    void traceSaysThatThereIsNone() {
        assertThat(execute("trace", "nothing")).isEqualTo(ExitCode.FAILED);
        assertThat(err.toString()).contains("There is no trace of 'nothing' here.");
    }

    @Test
    void explainSpeaksBeforeItShowsSql() {
        gateway.answer(
                "/analytics/explain",
                200,
                "{\"data\": {\"words\": [\"created counts issues.\", \"All of them.\"], \"sql\": \"SELECT 1\"}}");
        assertThat(execute("explain", spec)).isEqualTo(ExitCode.OK);
        assertThat(out.toString().lines()).containsExactly("created counts issues.", "All of them.", "", "SELECT 1");
    }

    @Test
    void runNamesTheReceipt() {
        gateway.answer(
                "/analytics/run",
                200,
                "{\"data\": {\"results\": [{\"created\": 4}]}, \"meta\": {\"receipt\": \"" + ID + "\"}}");
        assertThat(execute("run", spec)).isEqualTo(ExitCode.OK);
        assertThat(out.toString().strip()).endsWith("1 row · receipt " + ID);
    }

    private int execute(String... arguments) {
        Terminal terminal = Terminal.of(new PrintWriter(out), new PrintWriter(err), gateway.environment());
        Context context = new Context(folder, StateFolder.locate(folder, Map.of()), gateway.environment(), terminal);
        return PlumblineCommand.commandLine(context).execute(arguments);
    }
}
