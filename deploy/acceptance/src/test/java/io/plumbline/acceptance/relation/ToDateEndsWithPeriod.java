package io.plumbline.acceptance.relation;

import static io.plumbline.acceptance.relation.Question.COLUMN;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Any number to date at a period's last bucket is the number of the period. */
final class ToDateEndsWithPeriod implements Relation {
    @Override
    public String name() {
        return "the number to date at a period's end is that of the period";
    }

    @Override
    public List<String> violations(Asker asker, Question question) {

        ObjectNode spec = question.byTime("day");
        Question.measureOf(spec).putObject("window").put("type", "to_date").put("granularity", "month");
        Map<String, Double> ends = new HashMap<>();
        for (Map<String, Object> row : asker.rows(spec)) {
            LocalDate next = LocalDate.parse((String) row.get("metric_time")).plusDays(1);
            if (next.getDayOfMonth() == 1) {
                ends.put(next.minusMonths(1).toString(), Same.number(row, COLUMN));
            }
        }
        List<String> wrong = new ArrayList<>();
        for (Map<String, Object> row : asker.rows(question.byTime("month"))) {
            Double end = ends.get(row.get("metric_time").toString());
            if (!Same.is(end, Same.number(row, COLUMN))) {
                wrong.add("%s, but %s to date: %s".formatted(row, end, spec));
            }
        }
        return wrong;
    }
}
