package io.plumbline.acceptance.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Takes members and items out of a failing document for as long as it still fails. */
final class Shrinker {
    private static final int MOST_TRIES = 400;

    private final Predicate<JsonNode> fails;
    private int tries;

    Shrinker(Predicate<JsonNode> fails) {
        this.fails = fails;
    }

    /** The smallest document found that fails. */
    JsonNode shrink(JsonNode document) {
        JsonNode best = document;
        boolean smaller = true;
        while (smaller && tries < MOST_TRIES) {
            smaller = false;
            for (JsonNode candidate : withoutOne(best)) {
                if (tries++ < MOST_TRIES && fails.test(candidate)) {
                    best = candidate;
                    smaller = true;
                    break;
                }
            }
        }
        return best;
    }

    /** All documents that lack one member or item, the ones that lack most first. */
    private static List<JsonNode> withoutOne(JsonNode node) {
        List<JsonNode> candidates = new ArrayList<>();
        switch (node) {
            case ObjectNode object ->
                object.fieldNames()
                        .forEachRemaining(
                                name -> candidates.add(object.deepCopy().without(name)));
            case ArrayNode array -> {
                for (int i = 0; i < array.size(); i++) {
                    ArrayNode less = array.deepCopy();
                    less.remove(i);
                    candidates.add(less);
                }
            }
            default -> {}
        }
        candidates.addAll(withSmallerPart(node));
        return candidates;
    }

    private static List<JsonNode> withSmallerPart(JsonNode node) {
        List<JsonNode> candidates = new ArrayList<>();
        if (node instanceof ObjectNode object) {
            object.properties()
                    .forEach(e -> withoutOne(e.getValue())
                            .forEach(part -> candidates.add(object.deepCopy().set(e.getKey(), part))));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                int place = i;
                withoutOne(array.get(i)).forEach(part -> {
                    ArrayNode changed = array.deepCopy();
                    changed.set(place, part);
                    candidates.add(changed);
                });
            }
        }
        return candidates;
    }
}
