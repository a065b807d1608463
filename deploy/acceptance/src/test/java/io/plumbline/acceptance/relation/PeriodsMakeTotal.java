package io.plumbline.acceptance.relation;

import static io.plumbline.acceptance.relation.Question.COLUMN;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** No period's end counts in two periods, and none is forgotten. */
final class PeriodsMakeTotal implements Relation {
    @Override
    public String name() {
        return "periods sum up to the total";
    }

    @Override
    public List<String> violations(Asker asker, Question question) {

        ObjectNode spec = question.byTime(question.chance().any("day", "week", "month", "quarter", "year"));
        double whole = asker.number(question.spec(), COLUMN);
        double sum = Same.sum(asker.rows(spec), COLUMN);
        return Same.is(whole, sum) ? List.of() : List.of("%s is not %s: %s".formatted(sum, whole, spec));
    }
}
