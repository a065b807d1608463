package io.plumbline.acceptance.relation;

import static io.plumbline.acceptance.relation.Question.COLUMN;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.acceptance.spec.Field;
import java.util.List;

/** A join must not fan out. */
final class MoreDimensionsSameTotal implements Relation {
    @Override
    public String name() {
        return "one dimension more changes no total";
    }

    @Override
    public List<String> violations(Asker asker, Question question) {

        List<Field> two = question.twoSingles();
        ObjectNode one = question.grouped(two.getFirst().name());
        ObjectNode both = question.grouped(two.getFirst().name(), two.getLast().name());
        double few = Same.sum(asker.rows(one), COLUMN);
        double many = Same.sum(asker.rows(both), COLUMN);
        return Same.is(few, many) ? List.of() : List.of("%s is not %s: %s".formatted(many, few, both));
    }
}
