package io.plumbline.spec.read;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.spec.Json;
import io.plumbline.spec.problem.FieldError;
import java.io.IOException;

/** One JSON value and nothing after it, or the one reason why the text is none. */
sealed interface JsonDocument {
    /** The text was JSON. */
    record Parsed(JsonNode root) implements JsonDocument {}

    /** The text was not JSON. */
    record Broken(FieldError error) implements JsonDocument {}

    static JsonDocument parse(byte[] json) {
        try (JsonParser parser = Json.mapper().getFactory().createParser(json)) {
            return parse(parser);
        } catch (IOException e) {
            return broken("The text is not UTF-8.");
        }
    }

    private static JsonDocument parse(JsonParser parser) throws IOException {
        try {
            JsonNode root = Json.mapper().readTree(parser);
            if (root == null || root.isMissingNode()) {
                return broken("There is no JSON; send an object with at least `measures`.");
            }
            return parser.nextToken() == null
                    ? new Parsed(root)
                    : broken("Something follows the JSON value%s.".formatted(at(parser)));
        } catch (StreamConstraintsException e) {
            return broken("A text is too long, a number too long or the nesting too deep%s.".formatted(at(parser)));
        } catch (JsonProcessingException e) {
            return duplicate(e) ? duplicateMember(parser) : broken("This is not JSON%s.".formatted(at(e)));
        }
    }

    private static boolean duplicate(JsonProcessingException e) {
        return e.getOriginalMessage().startsWith("Duplicate ");
    }

    private static JsonDocument duplicateMember(JsonParser parser) {
        String pointer = parser.getParsingContext().pathAsPointer().toString();
        return new Broken(FieldError.of(
                pointer,
                FaultCodes.DUPLICATE_MEMBER,
                "The member stands twice in its object%s; keep one.".formatted(at(parser))));
    }

    private static JsonDocument broken(String message) {
        return new Broken(FieldError.of("", FaultCodes.MALFORMED_JSON, message));
    }

    private static String at(JsonParser parser) {
        var place = parser.currentLocation();
        return " (line %d, column %d)".formatted(place.getLineNr(), place.getColumnNr());
    }

    private static String at(JsonProcessingException e) {
        var place = e.getLocation();
        return place == null ? "" : " (line %d, column %d)".formatted(place.getLineNr(), place.getColumnNr());
    }
}
