package io.plumbline.acceptance.relation;

import static io.plumbline.acceptance.relation.Question.COLUMN;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is behind a cell sums up to it, and a page is a part of it. */
final class IssuesBehindCellMakeIt implements Relation {
    @Override
    public String name() {
        return "the issues behind a cell make its number";
    }

    @Override
    public List<String> violations(Asker asker, Question question) {

        ObjectNode spec = question.grouped(question.single().name());
        List<String> wrong = new ArrayList<>();
        for (Map<String, Object> row : asker.rows(spec)) {
            ObjectNode cell = spec.objectNode();
            cell.set("spec", spec);
            ObjectNode place = cell.putObject("row");
            spec.at("/dimensions").forEach(d -> place.set(d.asText(), Question.json(row.get(d.asText()))));
            double sum = asker.behind(cell);
            if (!Same.is(Same.number(row, COLUMN), sum)) {
                wrong.add("%s, but behind it %s: %s".formatted(row, sum, spec));
            }
        }
        return wrong;
    }
}
