package io.plumbline.acceptance.relation;

import static io.plumbline.acceptance.relation.Question.COLUMN;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** A comparison is two answers side by side. */
final class PreviousStandsAlone implements Relation {
    @Override
    public String name() {
        return "previous is the previous range's own answer";
    }

    @Override
    public List<String> violations(Asker asker, Question question) {

        boolean year = question.chance().of(0.5);
        ObjectNode spec = question.spec();
        spec.withObject("/time").put("compare", year ? "previous_year" : "previous_period");
        long months = year ? 12 : ChronoUnit.MONTHS.between(question.from(), question.to());
        ObjectNode before =
                question.over(question.from().minusMonths(months), question.to().minusMonths(months));
        Map<String, Object> row = asker.rows(spec).getFirst();
        Double now = Same.number(row, COLUMN);
        Double then = asker.number(before, COLUMN);
        Double delta = now == null || then == null ? null : (Double) (now - then);
        Double percent = delta == null || then == 0 ? null : (Double) (100 * delta / then);
        boolean right = Same.is(Same.number(row, COLUMN + "__previous"), then)
                && Same.is(Same.number(row, COLUMN + "__delta"), delta)
                && Same.is(Same.number(row, COLUMN + "__delta_pct"), percent);
        return right ? List.of() : List.of("%s, but before %s: %s".formatted(row, then, spec));
    }
}
