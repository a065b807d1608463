package io.plumbline.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Opens a cell of an answer. */
@Command(
        name = "drill",
        mixinStandardHelpOptions = true,
        description = "Shows the issues behind one number of a spec's answer.",
        footer = {
            "",
            "./plumbline drill spec.json --row project_key=PAY --row metric_time=2026-06-01",
            "./plumbline drill spec.json --row project_key=PAY --measure reopen_rate --part denominator",
            "echo '{\"measures\": [{\"name\": \"created\"}]}' | ./plumbline drill - --limit 20",
            "",
            "Each dimension of the spec needs its --row; a value left empty (--row assignee=) is the row without one.",
            "A row by sprint needs metric_time, metric_time__sprint and metric_time__board."
        })
final class DrillCommand implements Callable<Integer> {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Context context;

    @Parameters(paramLabel = "SPEC", description = "File of the spec; - is standard input.")
    private Path file;

    @Mixin
    private Caller caller;

    @Option(
            names = "--row",
            paramLabel = "DIMENSION=VALUE",
            description = "The row, by the value of each dimension as the answer shows it.")
    private Map<String, String> row = Map.of();

    @Option(names = "--measure", paramLabel = "COLUMN", description = "Which number of the row, where it has several.")
    private String measure;

    @Option(
            names = "--part",
            paramLabel = "PART",
            description = "Which number behind it: numerator or denominator of a ratio, an input, a part of a score.")
    private String part;

    @Option(names = "--limit", paramLabel = "N", description = "The most issues to show (default: 100).")
    private Integer limit;

    @Option(names = "--offset", paramLabel = "N", description = "How many issues to pass over.")
    private Integer offset;

    @Option(names = "--json", description = "Print the whole answer as JSON.")
    private boolean json;

    DrillCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        JsonNode answer = caller.client(context, "analyst").post("/analytics/drill", cell());
        if (json) {
            context.terminal().out().println(answer.toPrettyString());
        } else {
            Results.print(answer.path("data"), answer.path("meta"), context.terminal());
        }
        return ExitCode.OK;
    }

    private ObjectNode cell() {
        ObjectNode cell = NODES.objectNode();
        cell.set("spec", SpecFile.read(file));
        ObjectNode values = cell.putObject("row");
        row.forEach((dimension, value) -> values.set(dimension, value(value)));
        if (measure != null) {
            cell.put("measure", measure);
        }
        if (part != null) {
            cell.put("part", part);
        }
        if (limit != null) {
            cell.put("limit", limit);
        }
        if (offset != null) {
            cell.put("offset", offset);
        }
        return cell;
    }

    private static JsonNode value(String text) {
        return switch (text) {
            case "" -> NODES.nullNode();
            case "true" -> NODES.booleanNode(true);
            case "false" -> NODES.booleanNode(false);
            default -> NODES.textNode(text);
        };
    }
}
