package io.plumbline.local.cli;

import io.plumbline.local.state.StackException;
import io.plumbline.local.terminal.Terminal;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows logs. */
@Command(
        name = "logs",
        mixinStandardHelpOptions = true,
        description = "Shows the end of the logs, of one part or of all.")
final class LogsCommand implements Callable<Integer> {
    private static final int BYTES_PER_LINE = 400;
    private static final long CHECK_MILLIS = 300;

    private final Context context;

    @Parameters(
            arity = "0..1",
            paramLabel = "PART",
            description =
                    "catalog-service, query-service, job-service, translator-service, postgres, redis or supervisor"
                            + " (with Kafka and the gateway).")
    private String part;

    @Option(
            names = {"-n", "--lines"},
            defaultValue = "40",
            paramLabel = "N",
            description = "Lines (default: ${DEFAULT-VALUE}).")
    private int count;

    @Option(
            names = {"-f", "--follow"},
            description = "Go on as lines are written, until Ctrl-C. Needs PART.")
    private boolean follow;

    LogsCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<Path> logs = logs();
        for (Path log : logs) {
            if (logs.size() > 1) {
                context.terminal().out().println(context.terminal().bold("== " + log));
            }
            tail(log).forEach(context.terminal().out()::println);
        }
        if (follow && part != null) {
            follow(logs.getFirst());
        }
        return ExitCode.OK;
    }

    private List<Path> logs() throws IOException {
        if (part != null) {
            Path log = context.state().log(part);
            if (part.contains("/") || !Files.exists(log)) {
                throw new StackException("There is no log of '" + part + "'.", "There are: " + names());
            }
            return List.of(log);
        }
        try (Stream<Path> files = Files.list(context.state().logs())) {
            return files.filter(file -> file.toString().endsWith(".log"))
                    .sorted()
                    .toList();
        }
    }

    private String names() throws IOException {
        try (Stream<Path> files = Files.list(context.state().logs())) {
            List<String> names = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".log"))
                    .map(name -> name.replace(".log", ""))
                    .sorted()
                    .toList();
            return names.isEmpty() ? "none yet; start the stack first" : String.join(", ", names);
        }
    }

    private List<String> tail(Path log) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            long from = Math.max(0, file.length() - (long) count * BYTES_PER_LINE);
            List<String> lines = read(file, from).lines().toList();
            return lines.subList(Math.max(0, lines.size() - count), lines.size());
        }
    }

    private void follow(Path log) throws IOException, InterruptedException {
        Terminal terminal = context.terminal();
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            long position = file.length();
            while (true) {
                terminal.out().flush();
                Thread.sleep(CHECK_MILLIS);
                long length = file.length();
                if (length > position) {
                    terminal.out().print(read(file, position));
                    position = length;
                }
            }
        }
    }

    private static String read(RandomAccessFile file, long from) throws IOException {
        byte[] bytes = new byte[(int) (file.length() - from)];
        file.seek(from);
        file.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
