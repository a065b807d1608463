package io.plumbline.acceptance.relation;

import static io.plumbline.acceptance.relation.Question.COLUMN;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.acceptance.spec.Conditions;
import io.plumbline.acceptance.spec.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Breakdowns and filters read a dimension alike, also labels, of which an issue has several. */
final class RowIsItsFilter implements Relation {
    @Override
    public String name() {
        return "a row of a breakdown is the answer filtered to it";
    }

    @Override
    public List<String> violations(Asker asker, Question question) {

        Field field = question.chance()
                .any(question.fields().stream().filter(f -> !f.time()).toList());
        List<String> wrong = new ArrayList<>();
        ObjectNode spec = question.grouped(field.name());
        for (Map<String, Object> row : asker.rows(spec)) {
            Double other = asker.number(Question.filtered(question.spec(), is(field, row, spec)), COLUMN);
            if (!Same.is(Same.number(row, COLUMN), other)) {
                wrong.add("%s, but filtered %s: %s".formatted(row, other, spec));
            }
        }
        return wrong;
    }

    private static ObjectNode is(Field field, Map<String, Object> row, ObjectNode spec) {
        Object value = row.get(field.name());
        ObjectNode test = spec.objectNode().put("field", field.name()).put("op", value == null ? "is_null" : "=");
        if (value != null) {
            test.set("value", Conditions.node(value));
        }
        return test;
    }
}
