package io.plumbline.translator.questions;

import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.spec.AnalyticsSpec;
import io.plumbline.spec.Json;
import io.plumbline.spec.read.ReadResult;
import io.plumbline.spec.read.SpecReader;
import io.plumbline.translator.Question;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/**
 * One line of a question file.
 *
 * @param spec what the question means, written by hand; null where it must be refused
 */
public record QuestionCase(String id, Question question, AnalyticsSpec spec) {
    private static final Path FOLDER = Path.of("src/test/resources/questions");

    /** The cases of a file of the question set, by its name without ending. */
    public static List<QuestionCase> ofFile(String name) {
        try (Stream<String> lines = Files.lines(FOLDER.resolve(name + ".jsonl"))) {
            return lines.map(QuestionCase::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static QuestionCase of(String line) {
        try {
            var json = Json.mapper().readTree(line);
            var zone = json.has("timezone") ? ZoneId.of(json.get("timezone").textValue()) : null;
            var question = new Question(
                    json.get("question").textValue(),
                    Instant.parse(json.get("now").textValue()),
                    zone);
            return new QuestionCase(json.get("id").textValue(), question, spec(json.get("spec")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static AnalyticsSpec spec(JsonNode json) {
        if (json == null) {
            return null;
        }
        return switch (SpecReader.interactive().read(json)) {
            case ReadResult.Valid valid -> valid.spec();
            case ReadResult.Invalid invalid -> throw new IllegalArgumentException(invalid.errors() + " in " + json);
        };
    }
}
