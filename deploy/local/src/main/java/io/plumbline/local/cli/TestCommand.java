package io.plumbline.local.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Listed here for its help; the launching script runs the tests, since they need no built command line. */
@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        description = {
            "Runs every test and check, as CI does: mvn verify of the whole project.",
            "Further arguments go to Maven, for example: ./plumbline test -pl query-service"
        })
final class TestCommand implements Callable<Integer> {
    private final Context context;

    TestCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        context.terminal().err().println("Run it by the script at the root: ./plumbline test");
        return ExitCode.USAGE;
    }
}
