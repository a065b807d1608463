package io.plumbline.local.cli;

import io.plumbline.embedded.KafkaProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What the supervisor starts as a process of its own. */
@Command(name = "broker", hidden = true, description = "Runs Kafka in this process. Used by the supervisor.")
final class BrokerCommand implements Callable<Integer> {
    private final Context context;

    @Option(names = "--data", required = true)
    private Path data;

    BrokerCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        ConsoleLog.configure();
        KafkaProcess.serve(data, context.ports().kafka(), context.ports().kafkaController());
        return ExitCode.OK;
    }
}
