package io.plumbline.acceptance.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** A value inside a document, by its parent and its name or, in a list, its index. */
record Place(ContainerNode<?> parent, String name, int index) {
    /** All places of a document from the top. */
    static List<Place> of(JsonNode document) {
        List<Place> places = new ArrayList<>();
        collect(document, places);
        return places;
    }

    private static void collect(JsonNode node, List<Place> places) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(e -> {
                places.add(new Place(object, e.getKey(), -1));
                collect(e.getValue(), places);
            });
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                places.add(new Place(array, null, i));
                collect(array.get(i), places);
            }
        }
    }

    JsonNode value() {
        return name == null ? parent.get(index) : parent.get(name);
    }

    void set(JsonNode value) {
        switch (parent) {
            case ObjectNode object -> object.set(name, value);
            case ArrayNode array -> array.set(index, value);
            default -> throw new IllegalStateException("no container");
        }
    }

    boolean isNamed(String... names) {
        return name != null && List.of(names).contains(name);
    }
}
