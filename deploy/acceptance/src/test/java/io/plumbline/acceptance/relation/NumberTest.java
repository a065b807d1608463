package io.plumbline.acceptance.relation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.acceptance.history.Chance;

/** Random tests of a number column, and what they mean. */
record NumberTest(Chance chance) {
    ObjectNode make(String column) {
        ObjectNode test = JsonNodeFactory.instance.objectNode().put("field", column);
        return switch (chance.between(0, 3)) {
            case 0 -> test.put("op", "is_null");
            case 1 -> test.put("op", "=").put("value", chance.between(0, 3));
            default -> test.put("op", chance.any("<", ">=", "!=")).put("value", chance.between(0, 20) / 4.0);
        };
    }

    static boolean passes(Double value, ObjectNode test) {
        double wanted = test.path("value").asDouble();
        return switch (test.path("op").asText()) {
            case "is_null" -> value == null;
            case "!=" -> value == null || value != wanted;
            case "=" -> value != null && value == wanted;
            case "<" -> value != null && value < wanted;
            default -> value != null && value >= wanted;
        };
    }
}
