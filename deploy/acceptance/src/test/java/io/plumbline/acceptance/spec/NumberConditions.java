package io.plumbline.acceptance.spec;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.acceptance.history.Chance;
import java.util.List;

/**
 * Random tests of numbers of an answer.
 *
 * @param numbers the columns
 * @param fields dimensions of the answer, which may be tested beside them
 */
record NumberConditions(Chance chance, List<String> numbers, List<Field> fields) {
    /** At least one test in it is of a number. */
    ObjectNode tree(int depth) {
        if (depth == 0 || chance.of(0.4)) {
            return test();
        }
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        if (chance.of(0.3)) {
            tree.set("not", tree(depth - 1));
            return tree;
        }
        ArrayNode parts = tree.putArray(chance.any("and", "or", "or"));
        parts.add(tree(depth - 1));
        parts.add(fields.isEmpty() || chance.of(0.4) ? tree(depth - 1) : new Conditions(chance).tree(fields, 1));
        return tree;
    }

    private ObjectNode test() {
        ObjectNode test = JsonNodeFactory.instance.objectNode().put("field", chance.any(numbers));
        String op = chance.any("=", "!=", "<", "<=", ">", ">=", "in", "not_in", "between", "is_null", "is_not_null");
        test.put("op", op);
        switch (op) {
            case "is_null", "is_not_null" -> {}
            case "in", "not_in" -> test.putArray("value").add(number()).add(number() + 0.25);
            case "between" -> {
                double low = number();
                test.putArray("value").add(low).add(low + chance.between(0, 30));
            }
            default -> test.put("value", number());
        }
        return test;
    }

    private double number() {
        return chance.of(0.5) ? chance.between(0, 4) : chance.between(-80, 400) / 4.0;
    }
}
