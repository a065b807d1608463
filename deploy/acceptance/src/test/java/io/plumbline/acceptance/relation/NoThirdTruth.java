package io.plumbline.acceptance.relation;

import static io.plumbline.acceptance.relation.Question.COLUMN;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A test is true or false: nothing passes it together with its complement, and everything one of the two. */
final class NoThirdTruth implements Relation {
    @Override
    public String name() {
        return "a filter or its complement passes all, both pass nothing";
    }

    @Override
    public List<String> violations(Asker asker, Question question) {

        JsonNode condition = question.condition();
        ObjectNode spec = question.grouped(question.single().name());
        List<JsonNode> both = List.of(condition, Question.not(condition));
        List<Map<String, Object>> all = asker.rows(spec);
        List<Map<String, Object>> either = asker.rows(Question.filtered(spec, Question.join("or", both)));
        double nothing = Same.sum(asker.rows(Question.filtered(spec, Question.join("and", both))), COLUMN);
        // A sprint without issues belongs to no project: it is one of all, and none of those that a project filter
        // picks.
        boolean projects = question.metric().isSprint() && condition.toString().contains("\"project_");
        List<String> wrong = new ArrayList<>();
        if (nothing != 0) {
            wrong.add("both pass %s: %s of %s".formatted(nothing, condition, spec));
        }
        if (projects
                ? Same.sum(all, COLUMN) != Same.sum(either, COLUMN)
                : !Same.violations(all, either, spec).isEmpty()) {
            wrong.add("%s is not %s: %s of %s".formatted(either, all, condition, spec));
        }
        return wrong;
    }
}
