package io.plumbline.acceptance.relation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.acceptance.oracle.query.Grain;
import java.util.List;
import java.util.Locale;

/** From the beginning of the enclosing period, also where the range begins later. */
final class ToDateIsRunningSum implements Relation {
    @Override
    public String name() {
        return "an amount to date is the running sum since the period began";
    }

    @Override
    public List<String> violations(Asker asker, Question question) {

        ObjectNode spec = question.byTime("day");
        Grain period = question.chance().any(Grain.MONTH, Grain.QUARTER, Grain.YEAR);
        Question.measureOf(spec)
                .putObject("window")
                .put("type", "to_date")
                .put("granularity", period.name().toLowerCase(Locale.ROOT));
        ObjectNode plain = question.byTime("day");
        plain.withObject("/time").put("from", period.floor(question.from()).toString());
        RunningSum sum = new RunningSum(asker.rows(plain));
        return sum.violations(asker.rows(spec), spec, period::floor);
    }
}
