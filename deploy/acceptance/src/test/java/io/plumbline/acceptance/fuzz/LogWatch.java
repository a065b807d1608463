package io.plumbline.acceptance.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the product's processes write into their logs from now on. */
final class LogWatch {
    /** SQL that PostgreSQL does not understand, as the client and as the server tell it. */
    private static final Pattern WRONG_SQL = Pattern.compile(
            "\\(42[0-9A-Z]{3}\\)|SQLSTATE:? ?42|(?:syntax error at|ERROR:.*(?:does not exist|is ambiguous|must appear in the GROUP BY))");

    private final Path folder;
    private final Map<Path, Long> begun = new HashMap<>();

    LogWatch(Path folder) {
        this.folder = folder;
        files().forEach(f -> begun.put(f, size(f)));
    }

    /** Lines that tell of wrong SQL. */
    List<String> wrongSql() {
        return lines().stream().filter(l -> WRONG_SQL.matcher(l).find()).toList();
    }

    /** Lines with a text that must not be in any log. */
    List<String> linesWith(List<String> texts) {
        return lines().stream()
                .filter(l ->
                        texts.stream().anyMatch(t -> l.toLowerCase(Locale.ROOT).contains(t)))
                .toList();
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (Path file : files()) {
            String name = file.getFileName().toString();
            added(file).lines().forEach(l -> lines.add(name + ": " + l));
        }
        return lines;
    }

    private String added(Path file) {
        try (var stream = Files.newInputStream(file)) {
            stream.skipNBytes(Math.min(begun.getOrDefault(file, 0L), size(file)));
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Path> files() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
