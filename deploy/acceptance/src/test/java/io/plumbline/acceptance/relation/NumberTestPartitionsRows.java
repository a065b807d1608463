package io.plumbline.acceptance.relation;

import static io.plumbline.acceptance.relation.Question.COLUMN;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The same logic for numbers of the answer: an empty number fails every test but one. */
final class NumberTestPartitionsRows implements Relation {
    @Override
    public String name() {
        return "rows that pass a test of numbers and rows that fail it are all rows";
    }

    @Override
    public List<String> violations(Asker asker, Question question) {

        ObjectNode spec = question.grouped(question.single().name());
        ObjectNode test = new NumberTest(question.chance()).make(COLUMN);
        int all = asker.rows(spec).size();
        int pass = asker.rows(Question.filtered(spec, test)).size();
        int fail = asker.rows(Question.filtered(spec, Question.not(test))).size();
        return all == pass + fail
                ? List.of()
                : List.of("%d + %d of %d rows: %s of %s".formatted(pass, fail, all, test, spec));
    }
}
