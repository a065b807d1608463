package io.plumbline.local.cli;

import io.plumbline.local.issuer.LocalIssuer;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints a token. */
@Command(
        name = "token",
        mixinStandardHelpOptions = true,
        description = "Prints an access token (role analyst unless --role says another) that the stack accepts.",
        footer = {"", "curl -H \"Authorization: Bearer $(./plumbline token)\" http://127.0.0.1:8080/analytics/metrics"})
final class TokenCommand implements Callable<Integer> {
    private final Context context;

    @Mixin
    private Caller caller;

    @Option(
            names = "--minutes",
            defaultValue = "60",
            paramLabel = "N",
            description = "How long it is valid (default: ${DEFAULT-VALUE}).")
    private int minutes;

    TokenCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        context.terminal()
                .out()
                .println(
                        LocalIssuer.of(context.state()).token(caller.identity("analyst"), Duration.ofMinutes(minutes)));
        return ExitCode.OK;
    }
}
