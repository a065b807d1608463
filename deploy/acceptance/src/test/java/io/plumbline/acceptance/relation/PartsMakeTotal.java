package io.plumbline.acceptance.relation;

import static io.plumbline.acceptance.relation.Question.COLUMN;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Each row stands in one group of a dimension that has one value a row. */
final class PartsMakeTotal implements Relation {
    @Override
    public String name() {
        return "parts sum up to the total";
    }

    @Override
    public List<String> violations(Asker asker, Question question) {

        ObjectNode spec = question.grouped(question.single().name());
        Double whole = asker.number(question.spec(), COLUMN);
        double sum = Same.sum(asker.rows(spec), COLUMN);
        return Same.is(whole, sum) ? List.of() : List.of("%s is not %s: %s".formatted(sum, whole, spec));
    }
}
