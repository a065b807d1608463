package io.plumbline.acceptance.relation;

import static io.plumbline.acceptance.relation.Question.COLUMN;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A bucket has no more and no less than a range of the same days. */
final class MonthStandsAlone implements Relation {
    @Override
    public String name() {
        return "a month of a series is the answer of that month";
    }

    @Override
    public List<String> violations(Asker asker, Question question) {

        List<String> wrong = new ArrayList<>();
        ObjectNode spec = question.byTime("month");
        for (Map<String, Object> row : asker.rows(spec)) {
            LocalDate month = LocalDate.parse((String) row.get("metric_time"));
            Double other = asker.number(question.over(month, month.plusMonths(1)), COLUMN);
            if (!Same.is(Same.number(row, COLUMN), other)) {
                wrong.add("%s, but alone %s: %s".formatted(row, other, spec));
            }
        }
        return wrong;
    }
}
