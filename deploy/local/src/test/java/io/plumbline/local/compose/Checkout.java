package io.plumbline.local.compose;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** Files of the project, by their path from its root. */
final class Checkout {
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    private Checkout() {}

    static Path path(String name) {
        return ROOT.resolve(name);
    }

    static String text(String name) {
        try {
            return Files.readString(path(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first group of each match in a file. */
    static List<String> find(String regex, String name) {
        return Pattern.compile(regex, Pattern.MULTILINE)
                .matcher(text(name))
                .results()
                .map(match -> match.group(1))
                .toList();
    }
}
