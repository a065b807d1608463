package io.plumbline.local.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.plumbline.local.client.ApiClient;
import io.plumbline.local.state.StackException;
import io.plumbline.spec.trace.OtlpJson;
import io.plumbline.spec.trace.TraceFile;
import io.plumbline.spec.trace.TraceSpan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows where the time of one request went. */
@Command(
        name = "trace",
        mixinStandardHelpOptions = true,
        description = "Shows one request's steps through all services as a tree, with how long each took.",
        footer = {
            "",
            "./plumbline trace 4bf92f3577b34da6a3ce929d0e0e4736",
            "",
            "Each answer names its trace in the header X-Trace-Id and its request in X-Request-Id, a problem",
            "names the trace as traceId; any of them is an ID here. The latest requests of this machine's stack",
            "are kept, at most 20 of a second."
        })
final class TraceCommand implements Callable<Integer> {
    private static final String REQUEST_ID = "request_id";

    private final Context context;

    @Parameters(paramLabel = "ID", description = "The trace's or the request's id.")
    private String id;

    @Option(names = "--json", description = "Print its spans as OTLP/JSON.")
    private boolean json;

    TraceCommand(Context context) {
        this.context = context;
    }

    /** A line of a file and what it says. */
    private record Line(JsonNode json, TraceSpan span) {}

    @Override
    public Integer call() throws IOException {
        List<Line> all = lines();
        String traceId = traceId(all);
        List<Line> found = all.stream()
                .filter(line -> line.span().traceId().equals(traceId))
                .toList();
        if (found.isEmpty()) {
            throw new StackException(
                    "There is no trace of '" + id + "' here.",
                    "The latest requests that came in through this stack's gateway are kept; give it a second after the answer.");
        }
        print(found);
        return ExitCode.OK;
    }

    private String traceId(List<Line> all) {
        return all.stream()
                .map(Line::span)
                .filter(span -> id.equals(span.attributes().get(REQUEST_ID)))
                .map(TraceSpan::traceId)
                .findFirst()
                .orElse(id);
    }

    private void print(List<Line> found) {
        if (json) {
            ArrayNode spans = ApiClient.JSON.createArrayNode();
            found.forEach(line -> spans.add(line.json()));
            context.terminal().out().println(spans.toPrettyString());
            return;
        }
        TraceTree tree = new TraceTree(found.stream().map(Line::span).toList());
        tree.table()
                .lines(context.terminal().tableWidth())
                .forEach(context.terminal().out()::println);
    }

    private List<Line> lines() throws IOException {
        Path folder = context.state().traces();
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Line> lines = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(TraceFile::isOne).sorted().toList()) {
                try (Stream<String> texts = Files.lines(file)) {
                    texts.forEach(text -> add(text, lines));
                }
            }
        }
        return lines;
    }

    /** The last line of a file may be half written. */
    private static void add(String text, List<Line> lines) {
        try {
            JsonNode line = ApiClient.JSON.readTree(text);
            lines.add(new Line(line, OtlpJson.read(line)));
        } catch (JsonProcessingException e) {
            System.getLogger(TraceCommand.class.getName()).log(System.Logger.Level.DEBUG, "half a line", e);
        }
    }
}
