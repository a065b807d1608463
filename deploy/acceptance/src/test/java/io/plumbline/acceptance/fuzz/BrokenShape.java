package io.plumbline.acceptance.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.acceptance.history.Chance;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Members that are unknown, missing, of another type, too many, or no names. */
final class BrokenShape {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    static final List<Mutation> ALL = List.of(
            Mutation.of("unknown member", BrokenShape::unknownMember),
            Mutation.of("member misspelt", BrokenShape::misspelt),
            Mutation.of("member missing", BrokenShape::missing),
            Mutation.of("other type", BrokenShape::otherType),
            Mutation.of("unknown word", BrokenShape::unknownWord),
            Mutation.of("hostile name", BrokenShape::hostileName),
            Mutation.of(
                    "eleven measures", (spec, chance) -> many(spec.withArray("measures"), spec.at("/measures/0"), 11)),
            Mutation.of(
                    "six dimensions", (spec, chance) -> many(spec.withArray("dimensions"), JSON.textNode("board"), 6)),
            Mutation.of("too many filters", (spec, chance) -> many(spec.withArray("filters"), test(), 21)),
            Mutation.of("too many values", BrokenShape::tooManyValues),
            Mutation.of("too long a value", BrokenShape::tooLongValue),
            Mutation.of("limit out of range", (spec, chance) -> limit(spec, chance)));

    private BrokenShape() {}

    private static boolean unknownMember(ObjectNode spec, Chance chance) {
        ObjectNode object = chance.of(0.3) ? spec : chance.any(objects(spec));
        object.put(chance.any("surprise", "__proto__", "", "sql", "tenant_id", "Measures", "x".repeat(3000)), 1);
        return true;
    }

    private static boolean misspelt(ObjectNode spec, Chance chance) {
        Place place =
                chance.any(Place.of(spec).stream().filter(p -> p.name() != null).toList());
        ObjectNode parent = (ObjectNode) place.parent();
        JsonNode value = parent.remove(place.name());
        parent.set(place.name() + "x", value);
        return true;
    }

    private static boolean missing(ObjectNode spec, Chance chance) {
        return pick(
                spec,
                chance,
                p -> p.isNamed("measures", "name", "field", "op", "type") && !isOfChart(spec, p),
                p -> ((ObjectNode) p.parent()).remove(p.name()));
    }

    private static boolean isOfChart(ObjectNode spec, Place place) {
        return place.parent().equals(spec.get("chart"));
    }

    private static boolean otherType(ObjectNode spec, Chance chance) {
        Place place = chance.any(
                Place.of(spec).stream().filter(p -> !isOfParams(spec, p)).toList());
        place.set(chance.any(others(place.value())));
        return true;
    }

    /** A parameter that is no number is spoilt elsewhere. */
    private static boolean isOfParams(ObjectNode spec, Place place) {
        return spec.path("measures").valueStream().anyMatch(m -> place.parent().equals(m.get("params")));
    }

    private static List<JsonNode> others(JsonNode value) {
        JsonNode list = JSON.arrayNode().add(JSON.arrayNode());
        JsonNode object = JSON.objectNode().put("z", 1);
        return switch (value.getNodeType()) {
            case STRING -> List.of(JSON.objectNode(), list, object);
            case NUMBER -> List.of(JSON.textNode("seven"), JSON.objectNode(), list);
            case BOOLEAN -> List.of(JSON.textNode("true"), object, list);
            case ARRAY -> List.of(JSON.textNode("x"), JSON.numberNode(1), object, JSON.booleanNode(true));
            default -> List.of(JSON.numberNode(1), list, JSON.booleanNode(false));
        };
    }

    private static boolean unknownWord(ObjectNode spec, Chance chance) {
        return pick(
                spec,
                chance,
                p -> p.value().isTextual()
                        && p.isNamed(
                                "name",
                                "field",
                                "op",
                                "agg",
                                "granularity",
                                "dir",
                                "timezone",
                                "compare",
                                "from",
                                "to",
                                "as_of",
                                "datasource"),
                p -> p.set(JSON.textNode(
                        chance.any("nonsense", p.value().asText() + "zz", "", "*", "0", "null", "not.a.name"))));
    }

    private static boolean hostileName(ObjectNode spec, Chance chance) {
        return pick(
                spec,
                chance,
                p -> p.value().isTextual() && p.isNamed("name", "field", "as", "op", "agg"),
                p -> p.set(JSON.textNode("'" + HostileTexts.any(chance, Marker.of(chance)))));
    }

    private static boolean many(ArrayNode list, JsonNode item, int count) {
        while (list.size() < count) {
            list.add(item.deepCopy());
        }
        return true;
    }

    private static ObjectNode test() {
        return JSON.objectNode().put("field", "board").put("op", "is_not_null");
    }

    private static boolean tooManyValues(ObjectNode spec, Chance chance) {
        ObjectNode filter =
                spec.withArray("filters").addObject().put("field", "board").put("op", "in");
        ArrayNode values = filter.putArray("value");
        for (int i = 0; i < 501; i++) {
            values.add("v" + i);
        }
        return true;
    }

    private static boolean tooLongValue(ObjectNode spec, Chance chance) {
        spec.withArray("filters")
                .addObject()
                .put("field", "board")
                .put("op", "=")
                .put("value", "w".repeat(chance.any(501, 5_000, 100_000)));
        return true;
    }

    private static boolean limit(ObjectNode spec, Chance chance) {
        switch (chance.between(0, 3)) {
            case 0 -> spec.put("limit", 0);
            case 1 -> spec.put("limit", -1);
            case 2 -> spec.put("limit", 1_000_000_000_000L);
            default -> spec.put("limit", 2.5);
        }
        return true;
    }

    private static List<ObjectNode> objects(ObjectNode spec) {
        return Place.of(spec).stream()
                .map(Place::value)
                .filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast)
                .toList();
    }

    private static boolean pick(ObjectNode spec, Chance chance, Predicate<Place> wanted, Consumer<Place> spoil) {
        List<Place> places = Place.of(spec).stream().filter(wanted).toList();
        if (places.isEmpty()) {
            return false;
        }
        spoil.accept(chance.any(places));
        return true;
    }
}
