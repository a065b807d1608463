package io.plumbline.acceptance.relation;

import static io.plumbline.acceptance.relation.Question.COLUMN;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Any number computed anew over all periods is the number of the range. */
final class CumulativeEndsWithTotal implements Relation {
    @Override
    public String name() {
        return "the last cumulative number is that of the range";
    }

    @Override
    public List<String> violations(Asker asker, Question question) {

        ObjectNode spec = question.byTime(question.chance().any("week", "month", "quarter"));
        Question.measureOf(spec).putObject("window").put("type", "cumulative");
        Double last = Same.number(asker.rows(spec).getLast(), COLUMN);
        Double whole = asker.number(question.spec(), COLUMN);
        return Same.is(last, whole) ? List.of() : List.of("%s is not %s: %s".formatted(last, whole, spec));
    }
}
