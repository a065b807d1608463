package io.plumbline.acceptance.relation;

import static io.plumbline.acceptance.relation.Question.COLUMN;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Places are those of the numbers that the same spec shows without them. */
final class RanksFollowNumbers implements Relation {
    @Override
    public String name() {
        return "ranks follow the numbers";
    }

    @Override
    public List<String> violations(Asker asker, Question question) {

        String field = question.single().name();
        boolean ascending = question.chance().of(0.5);
        ObjectNode plain = question.grouped(field);
        ObjectNode spec = plain.deepCopy();
        Question.measureOf(spec).putObject("show").put("type", "rank").put("dir", ascending ? "asc" : "desc");
        List<Map<String, Object>> values = asker.rows(plain);
        Map<Object, Double> byGroup = new HashMap<>();
        values.forEach(v -> byGroup.put(v.get(field), Same.number(v, COLUMN)));
        List<String> wrong = new ArrayList<>();
        for (Map<String, Object> row : asker.rows(spec)) {
            Double place = place(byGroup.get(row.get(field)), values, ascending);
            if (!Same.is(place, Same.number(row, COLUMN))) {
                wrong.add("%s should have place %s: %s of %s".formatted(row, place, spec, values));
            }
        }
        return wrong;
    }

    private static Double place(Double value, List<Map<String, Object>> rows, boolean ascending) {
        if (value == null) {
            return null;
        }
        long better = rows.stream()
                .map(r -> Same.number(r, COLUMN))
                .filter(v -> v != null && !Same.is(v, value) && (ascending ? v < value : v > value))
                .count();
        return 1.0 + better;
    }
}
