package io.plumbline.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.local.client.ApiClient;
import io.plumbline.local.terminal.Cells;
import io.plumbline.local.terminal.Terminal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Answers a question. */
@Command(
        name = "ask",
        mixinStandardHelpOptions = true,
        description = "Answers a question in plain English: says how it was understood and shows the rows.",
        footer = {
            "",
            "./plumbline ask \"velocity by sprint for PAY\"",
            "./plumbline ask \"bugs created per month this year\" --spec --sql",
            "",
            "Exit code 4: the question needs to be put more clearly, or can't be answered; the message says why."
        })
final class AskCommand implements Callable<Integer> {
    private final Context context;

    @Parameters(arity = "1..*", paramLabel = "QUESTION", description = "The question.")
    private List<String> words;

    @Mixin
    private Caller caller;

    @Option(
            names = "--now",
            paramLabel = "WHEN",
            converter = NowConverter.class,
            description = "The day or instant that relative words like 'last month' start from (default: now).")
    private Instant now;

    @Option(names = "--timezone", paramLabel = "ZONE", description = "Such as Europe/Prague (default: UTC).")
    private ZoneId timezone;

    @Mixin
    private CacheOption cache;

    @Option(names = "--spec", description = "Show the spec too.")
    private boolean spec;

    @Option(names = "--sql", description = "Show the SQL too.")
    private boolean sql;

    @Option(names = "--json", description = "Print the whole answer as JSON.")
    private boolean json;

    AskCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        ApiClient client = caller.client(context, "analyst");
        JsonNode answer = client.post(cache.on("/analytics/ask"), question());
        JsonNode data = answer.path("data");
        boolean unclear = data.hasNonNull("clarification");
        if (json) {
            context.terminal().out().println(answer.toPrettyString());
        } else if (unclear) {
            clarify(data.path("clarification"));
        } else {
            print(answer, client);
        }
        return unclear ? ExitCode.UNANSWERED : ExitCode.OK;
    }

    private ObjectNode question() {
        ObjectNode question = JsonNodeFactory.instance.objectNode().put("question", String.join(" ", words));
        if (now != null) {
            question.put("now", now.toString());
        }
        if (timezone != null) {
            question.put("timezone", timezone.getId());
        }
        return question;
    }

    private void print(JsonNode answer, ApiClient client) {
        Terminal terminal = context.terminal();
        JsonNode data = answer.path("data");
        terminal.out().println(terminal.bold(Cells.text(data.path("interpretation"))));
        terminal.out().println();
        Results.print(data, answer.path("meta"), terminal);
        if (spec) {
            terminal.out().println();
            terminal.out().println(data.path("spec").toPrettyString());
        }
        if (sql) {
            terminal.out().println();
            Explanation.print(
                    client.post("/analytics/explain", data.path("spec")).path("data"), terminal);
        }
    }

    private void clarify(JsonNode clarification) {
        Terminal terminal = context.terminal();
        terminal.out().println(terminal.bold(Cells.text(clarification.path("question"))));
        for (JsonNode option : clarification.path("options")) {
            terminal.out().println("  – " + Cells.text(option.path("label")));
        }
    }
}
