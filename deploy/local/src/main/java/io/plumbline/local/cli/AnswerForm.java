package io.plumbline.local.cli;

import io.plumbline.local.state.StackException;
import io.plumbline.local.terminal.Terminal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options that hand an answer on in a form for other programs. */
final class AnswerForm {
    /** Its values; the names are those of the command line. */
    enum Name {
        json("application/json"),
        ndjson("application/x-ndjson"),
        csv("text/csv"),
        arrow("application/vnd.apache.arrow.stream"),
        parquet("application/vnd.apache.parquet");

        private final String mediaType;

        Name(String mediaType) {
            this.mediaType = mediaType;
        }
    }

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = {
                "As the API gives it, in place of a table: json, ndjson (one row a line), csv;",
                "arrow (an IPC stream) or parquet, which need -o."
            })
    private Name name;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Where to write it (default: standard output).")
    private Path file;

    /** Whether a form or a file was named; a file alone gets JSON. */
    boolean isAskedFor() {
        return name != null || file != null;
    }

    /** Where it goes; empty: to standard output. */
    Optional<Path> file() {
        return Optional.ofNullable(file);
    }

    /** @throws StackException for a form of bytes without a file */
    String mediaType() {
        requirePlace();
        return name().mediaType;
    }

    /** @throws StackException for a form of bytes without a file */
    void requirePlace() {
        boolean bytes = name() == Name.arrow || name() == Name.parquet;
        if (bytes && file == null) {
            throw new StackException("This form is bytes, not for a terminal.", "Name a file: -o rows." + name() + ".");
        }
    }

    /** Writes a whole answer to the file, or shows it. */
    void hand(byte[] answer, Terminal terminal) {
        if (name() == Name.ndjson) {
            requireEnd(new String(answer, StandardCharsets.UTF_8));
        }
        if (file == null) {
            terminal.out().print(new String(answer, StandardCharsets.UTF_8));
            terminal.out().flush();
            return;
        }
        try {
            Files.write(file, answer);
        } catch (IOException e) {
            throw new StackException(
                    "The file " + file + " can't be written.", "Check its folder and your rights there.", e);
        }
        terminal.out().println("The answer is in " + file + ".");
    }

    private Name name() {
        return name == null ? Name.json : name;
    }

    private static void requireEnd(String lines) {
        String last = lines.substring(lines.stripTrailing().lastIndexOf('\n') + 1);
        if (!last.startsWith("{\"end\"")) {
            throw new StackException("The answer broke off before its last row.", "Run the command again.");
        }
    }
}
