package io.plumbline.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.plumbline.local.client.ApiClient;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows and verifies a receipt. */
@Command(
        name = "receipt",
        mixinStandardHelpOptions = true,
        description =
                "Shows what an answer was made of; with --verify whether it would be the same today, and why not.",
        footer = {
            "",
            "./plumbline receipt 0197c5a0-7d3e-7abc-9def-0123456789ab",
            "./plumbline receipt 0197c5a0-7d3e-7abc-9def-0123456789ab --verify",
            "",
            "run and ask name the receipt of their answer in the last line."
        })
final class ReceiptCommand implements Callable<Integer> {
    private final Context context;

    @Parameters(paramLabel = "ID", description = "The id that the answer names.")
    private UUID id;

    @Mixin
    private Caller caller;

    @Option(names = "--verify", description = "Run the spec again and compare the answers.")
    private boolean verify;

    @Option(names = "--json", description = "Print the whole answer as JSON.")
    private boolean json;

    ReceiptCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        JsonNode answer = answer(caller.client(context, "analyst"));
        if (json) {
            context.terminal().out().println(answer.toPrettyString());
        } else if (verify) {
            Receipts.printVerification(answer.path("data"), context.terminal());
        } else {
            Receipts.print(answer.path("data"), context.terminal());
        }
        return ExitCode.OK;
    }

    private JsonNode answer(ApiClient client) {
        String path = "/analytics/receipts/" + id;
        return verify ? client.post(path + "/verify", JsonNodeFactory.instance.objectNode()) : client.get(path);
    }
}
