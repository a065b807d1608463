package io.plumbline.acceptance.relation;

import static io.plumbline.acceptance.relation.Question.COLUMN;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Ternary logic partitioning with two values: there is no third part. */
final class ComplementMakesWhole implements Relation {
    @Override
    public String name() {
        return "a filter and its complement make the whole";
    }

    @Override
    public List<String> violations(Asker asker, Question question) {

        JsonNode condition = question.condition();
        double whole = asker.number(question.spec(), COLUMN);
        double in = asker.number(Question.filtered(question.spec(), condition), COLUMN);
        double out = asker.number(Question.filtered(question.spec(), Question.not(condition)), COLUMN);
        return Same.is(whole, in + out)
                ? List.of()
                : List.of("%s + %s is not %s: %s of %s".formatted(in, out, whole, condition, question.spec()));
    }
}
