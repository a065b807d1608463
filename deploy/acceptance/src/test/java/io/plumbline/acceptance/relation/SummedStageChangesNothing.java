package io.plumbline.acceptance.relation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.acceptance.spec.Field;
import java.util.List;

/** Amounts summed up in two stages are the amounts summed up at once. */
final class SummedStageChangesNothing implements Relation {
    @Override
    public String name() {
        return "a second stage that sums up changes nothing";
    }

    @Override
    public List<String> violations(Asker asker, Question question) {

        List<Field> two = question.twoSingles();
        ObjectNode plain = question.grouped(two.getFirst().name());
        ObjectNode spec = plain.deepCopy();
        ObjectNode per = Question.measureOf(spec).putObject("per").put("agg", "sum");
        if (question.chance().of(0.3)) {
            per.putArray("dimensions")
                    .addObject()
                    .put("field", "metric_time")
                    .put("granularity", question.chance().any("day", "week", "month"));
        } else {
            per.putArray("dimensions").add(two.getLast().name());
        }
        return Same.violations(asker.rows(plain), asker.rows(spec), spec);
    }
}
