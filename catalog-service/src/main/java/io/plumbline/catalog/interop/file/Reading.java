package io.plumbline.catalog.interop.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.spec.problem.FieldError;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What was read of one metric of a file. */
public sealed interface Reading {

    /** The metric's name in the file; never null. */
    String name();

    /** Where the metric stands in the file, or what in it can't be taken: a JSON pointer. */
    String pointer();

    /**
     * A definition in our terms; not yet checked against the catalog.
     *
     * @param definition as a caller of the API would send it, perhaps without a version
     * @param places of the file that members of the definition come from, by JSON pointer within the definition
     * @param assumed what the file does not say and was filled in, in words
     */
    record Taken(String name, String pointer, ObjectNode definition, Map<String, String> places, List<String> assumed)
            implements Reading {
        public Taken {
            places = Map.copyOf(places);
            assumed = List.copyOf(assumed);
        }

        /** The place of the file that a member of the definition comes from. */
        public String place(String member) {
            return places.entrySet().stream()
                    .filter(entry -> member.startsWith(entry.getKey()))
                    .max(Comparator.comparingInt(entry -> entry.getKey().length()))
                    .map(Map.Entry::getValue)
                    .orElse(pointer);
        }
    }

    /** A metric that has no counterpart here, and why. */
    record Refused(String name, FieldError error) implements Reading {
        @Override
        public String pointer() {
            return error.pointer();
        }
    }

    /** Definitions that stand whole in the file, because its format can't say them. */
    static List<Reading> carried(JsonNode extension, String pointer) {
        var readings = new ArrayList<Reading>();
        JsonNode metrics = extension.path(Extension.METRICS);
        for (int i = 0; i < metrics.size(); i++) {
            String place = pointer + "/" + Extension.METRICS + "/" + i;
            String name = metrics.get(i).path("name").asText("?");
            readings.add(
                    metrics.get(i) instanceof ObjectNode definition
                            ? new Taken(name, place, definition.deepCopy(), Map.of(), List.of())
                            : new Refused(name, FieldError.of(place, "wrong_type", "A definition is expected.")));
        }
        return readings;
    }
}
