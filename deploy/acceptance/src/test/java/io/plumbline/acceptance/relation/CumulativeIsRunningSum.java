package io.plumbline.acceptance.relation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;

/** From the beginning of the range. */
final class CumulativeIsRunningSum implements Relation {
    @Override
    public String name() {
        return "a cumulative amount is the running sum";
    }

    @Override
    public List<String> violations(Asker asker, Question question) {

        ObjectNode spec = question.byTime(question.chance().any("day", "week", "month", "quarter"));
        RunningSum sum = new RunningSum(asker.rows(spec));
        Question.measureOf(spec).putObject("window").put("type", "cumulative");
        return sum.violations(asker.rows(spec), spec, day -> LocalDate.MIN);
    }
}
