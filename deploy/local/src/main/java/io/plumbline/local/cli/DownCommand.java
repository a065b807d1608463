package io.plumbline.local.cli;

import io.plumbline.local.stack.Teardown;
import io.plumbline.local.state.StackRecord;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Stops the stack. */
@Command(
        name = "down",
        mixinStandardHelpOptions = true,
        description = "Stops the stack and leaves no process behind, also after a crash. The data stays.")
final class DownCommand implements Callable<Integer> {
    private final Context context;

    DownCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Optional<StackRecord> stack = StackRecord.find(context.state());
        if (stack.isEmpty()) {
            context.terminal().out().println("The stack is not running.");
            return ExitCode.OK;
        }
        List<String> killed = new Teardown(context.state()).end(stack.get());
        if (!killed.isEmpty()) {
            context.terminal().err().println("Did not end in time and had to be killed: " + String.join(", ", killed));
        }
        context.terminal().out().println("Stopped.");
        return ExitCode.OK;
    }
}
