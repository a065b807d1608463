package io.plumbline.local.cli;

import io.plumbline.local.issuer.LocalIssuer;
import io.plumbline.local.stack.DemoTenants;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Loads the demo data. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Loads the demo data into a stack that runs without it.",
            "That is 18 months of four projects for the tenant demo, and two small projects for the tenant globex.",
            "'up' does so by itself unless --no-demo is given."
        })
final class DemoCommand implements Callable<Integer> {
    private final Context context;

    @Option(
            names = "--until",
            paramLabel = "DATE",
            description = "The data ends before this day, YYYY-MM-DD (default: today).")
    private LocalDate until;

    DemoCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Target target = Target.of(context);
        DemoTenants demo = DemoTenants.besides(target.data());
        Optional<LocalDate> loaded = demo.loaded();
        StartScreen screen = new StartScreen(context.terminal(), System.nanoTime());
        demo.load(target.url(), LocalIssuer.of(context.state()), Optional.ofNullable(until), screen::show);
        loaded.ifPresent(
                day -> context.terminal().out().println("The demo data is loaded already, up to " + day + "."));
        return ExitCode.OK;
    }
}
