package io.plumbline.acceptance.relation;

import static io.plumbline.acceptance.relation.Question.COLUMN;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The parts of each group are disjoint and whole. */
final class ComplementMakesGroups implements Relation {
    @Override
    public String name() {
        return "a filter and its complement make each group";
    }

    @Override
    public List<String> violations(Asker asker, Question question) {

        JsonNode condition = question.condition();
        String field = question.single().name();
        ObjectNode spec = question.grouped(field);
        Map<Object, Double> sums = new HashMap<>();
        for (JsonNode part : List.of(condition, Question.not(condition))) {
            asker.rows(Question.filtered(spec, part))
                    .forEach(r -> sums.merge(r.get(field) + "", Same.number(r, COLUMN), Double::sum));
        }
        List<String> wrong = new ArrayList<>();
        for (Map<String, Object> row : asker.rows(spec)) {
            Double parts = sums.getOrDefault(row.get(field) + "", 0.0);
            if (!Same.is(Same.number(row, COLUMN), parts)) {
                wrong.add("%s, its parts %s: %s of %s".formatted(row, parts, condition, spec));
            }
        }
        return wrong;
    }
}
