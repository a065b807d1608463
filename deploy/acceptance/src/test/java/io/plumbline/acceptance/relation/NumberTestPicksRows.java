package io.plumbline.acceptance.relation;

import static io.plumbline.acceptance.relation.Question.COLUMN;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** Tests of numbers see what the row shows and change nothing in it. */
final class NumberTestPicksRows implements Relation {
    @Override
    public String name() {
        return "a test of numbers picks the rows that hold such numbers";
    }

    @Override
    public List<String> violations(Asker asker, Question question) {

        String field = question.single().name();
        ObjectNode spec = question.chance().of(0.5)
                ? question.byTime(question.chance().any("week", "month"), field)
                : question.grouped(field);
        ObjectNode test = new NumberTest(question.chance()).make(COLUMN);
        List<Map<String, Object>> wanted = asker.rows(spec).stream()
                .filter(r -> NumberTest.passes(Same.number(r, COLUMN), test))
                .toList();
        List<Map<String, Object>> picked = asker.rows(Question.filtered(spec, test));
        return Same.violations(wanted, picked, spec);
    }
}
