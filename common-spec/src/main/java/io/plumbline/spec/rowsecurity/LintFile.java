package io.plumbline.spec.rowsecurity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Reads a lint from its file: comments {@code Hole:} and {@code Mend:} (a line goes on after two blanks), then the query. */
final class LintFile {
    static final String FOLDER = "db/checks/row_security/";

    private LintFile() {}

    static RowSecurityLint load(String name) {
        String path = FOLDER + name + ".sql";
        try (InputStream file = LintFile.class.getClassLoader().getResourceAsStream(path)) {
            if (file == null) {
                throw new IllegalStateException("No file " + path);
            }
            return parse(name, new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static RowSecurityLint parse(String name, String text) {
        List<String> head =
                text.lines().takeWhile(line -> line.startsWith("--")).toList();
        String sql = text.lines().skip(head.size()).collect(Collectors.joining("\n"));
        return new RowSecurityLint(name, part("Hole", head, name), part("Mend", head, name), sql);
    }

    private static String part(String title, List<String> head, String name) {
        String start = "-- " + title + ": ";
        String part = head.stream()
                .dropWhile(line -> !line.startsWith(start))
                .takeWhile(line -> line.startsWith(start) || line.startsWith("--   "))
                .map(line -> line.startsWith(start)
                        ? line.substring(start.length())
                        : line.substring(2).strip())
                .collect(Collectors.joining(" "));
        if (part.isEmpty()) {
            throw new IllegalStateException("The lint " + name + " has no line \"" + start + "…\" at its head");
        }
        return part;
    }
}
