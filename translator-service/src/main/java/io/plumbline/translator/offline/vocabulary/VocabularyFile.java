package io.plumbline.translator.offline.vocabulary;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Reads {@code offline/vocabulary.txt}: lines of {@code kind name: phrase | phrase}; {@code =word} is a word that counts
 * only in that form; {@code #} begins a comment.
 */
final class VocabularyFile {
    private static final String RESOURCE = "/offline/vocabulary.txt";

    private VocabularyFile() {}

    /** One line: phrases of one meaning. */
    record Entry(String kind, String name, List<String> phrases) {}

    static List<Entry> read() {
        try (var stream = VocabularyFile.class.getResourceAsStream(RESOURCE);
                var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(VocabularyFile::entry)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Entry entry(String line) {
        int colon = line.indexOf(':');
        var head = line.substring(0, colon).split(" ", 2);
        var phrases = Arrays.stream(line.substring(colon + 1).split("\\|"))
                .map(String::strip)
                .filter(phrase -> !phrase.isEmpty())
                .toList();
        return new Entry(head[0], head.length > 1 ? head[1] : "", phrases);
    }
}
