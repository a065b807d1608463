package io.plumbline.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.local.terminal.Table;
import io.plumbline.local.terminal.Terminal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the metrics. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Lists the metrics that can be asked about: the product's and the tenant's own.",
        footer = {"", "./plumbline catalog list", "./plumbline catalog list --category sprint_health --tenant acme"})
final class CatalogListCommand implements Callable<Integer> {
    private final Context context;

    @Mixin
    private Caller caller;

    @Option(
            names = "--category",
            paramLabel = "CATEGORY",
            description = "Only these: throughput, lead_time, sprint_health, quality, capacity or composite.")
    private String category;

    @Option(names = "--json", description = "Print the whole answer as JSON.")
    private boolean json;

    CatalogListCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        String query = category == null ? "" : "?category=" + UrlText.of(category);
        JsonNode answer = caller.client(context, "viewer").get("/analytics/metrics" + query);
        Terminal terminal = context.terminal();
        if (json) {
            terminal.out().println(answer.toPrettyString());
            return ExitCode.OK;
        }
        Table.of(answer.path("data"), headings()).lines(terminal.tableWidth()).forEach(terminal.out()::println);
        terminal.out().println();
        int count = answer.path("data").size();
        String counted = count == 1 ? "1 metric" : count + " metrics";
        terminal.out().println(terminal.faint(counted + " · ./plumbline catalog show NAME says more"));
        return ExitCode.OK;
    }

    private static Map<String, String> headings() {
        Map<String, String> headings = new LinkedHashMap<>();
        headings.put("name", "name");
        headings.put("display_name", "metric");
        headings.put("unit", "unit");
        headings.put("category", "category");
        headings.put("version", "version");
        headings.put("owner", "owner");
        return headings;
    }
}
