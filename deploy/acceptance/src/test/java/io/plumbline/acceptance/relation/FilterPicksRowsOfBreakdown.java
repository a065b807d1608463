package io.plumbline.acceptance.relation;

import static io.plumbline.acceptance.relation.Question.COLUMN;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.acceptance.oracle.query.Cond;
import io.plumbline.acceptance.spec.Conditions;
import io.plumbline.acceptance.spec.Field;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;

/** NoREC: what a filter picks is what the unfiltered breakdown shows where the test holds. */
final class FilterPicksRowsOfBreakdown implements Relation {
    @Override
    public String name() {
        return "the number by filter is the sum of the rows of a breakdown where the test holds";
    }

    @Override
    public List<String> violations(Asker asker, Question question) {

        Field field = question.single();
        String op = question.chance().any(field.operators());
        ObjectNode condition = new Conditions(question.chance()).test(field, op);
        ObjectNode spec = question.grouped(field.name());
        Cond test = Cond.read(condition, ZoneOffset.UTC);
        double sum = Same.sum(
                asker.rows(spec).stream()
                        .filter(r -> test.accepts(Collections.singletonList(r.get(field.name()))))
                        .toList(),
                COLUMN);
        Double filtered = asker.number(Question.filtered(question.spec(), condition), COLUMN);
        return Same.is(sum, filtered)
                ? List.of()
                : List.of("%s is not %s: %s of %s".formatted(filtered, sum, condition, spec));
    }
}
