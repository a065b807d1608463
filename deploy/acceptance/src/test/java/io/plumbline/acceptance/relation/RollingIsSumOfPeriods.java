package io.plumbline.acceptance.relation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Also of periods before the range. */
final class RollingIsSumOfPeriods implements Relation {
    @Override
    public String name() {
        return "a rolling amount is the sum of its periods";
    }

    @Override
    public List<String> violations(Asker asker, Question question) {

        int periods = question.chance().between(2, 4);
        ObjectNode spec = question.byTime("month");
        Question.measureOf(spec).putObject("window").put("type", "rolling").put("periods", periods);
        ObjectNode plain = question.byTime("month");
        plain.withObject("/time")
                .put("from", question.from().minusMonths(periods).toString());
        RunningSum sum = new RunningSum(asker.rows(plain));
        return sum.violations(asker.rows(spec), spec, month -> month.minusMonths(periods - 1L));
    }
}
