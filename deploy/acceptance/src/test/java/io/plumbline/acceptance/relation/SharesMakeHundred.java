package io.plumbline.acceptance.relation;

import static io.plumbline.acceptance.relation.Question.COLUMN;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.acceptance.spec.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Of a dimension that has one value a row, the totals are the sums of the rows. */
final class SharesMakeHundred implements Relation {
    @Override
    public String name() {
        return "shares are parts of their total and sum up to 100";
    }

    @Override
    public List<String> violations(Asker asker, Question question) {

        List<Field> two = question.twoSingles();
        String outer = two.getFirst().name();
        String inner = two.getLast().name();
        ObjectNode plain = question.grouped(outer, inner);
        ObjectNode spec = plain.deepCopy();
        boolean within = question.chance().of(0.5);
        ObjectNode show = Question.measureOf(spec).putObject("show").put("type", "percent_of_total");
        if (within) {
            show.putArray("within").add(outer);
        }
        List<Map<String, Object>> values = asker.rows(plain);
        List<String> wrong = new ArrayList<>();
        for (Map<String, Object> row : asker.rows(spec)) {
            double total = Same.sum(within ? like(row, values, outer) : values, COLUMN);
            double value = Same.sum(like(row, like(row, values, outer), inner), COLUMN);
            Double share = total == 0 ? null : (Double) (100 * value / total);
            if (!Same.is(share, Same.number(row, COLUMN))) {
                wrong.add("%s should be %s: %s".formatted(row, share, spec));
            }
        }
        return wrong;
    }

    private static List<Map<String, Object>> like(
            Map<String, Object> row, List<Map<String, Object>> rows, String field) {
        return rows.stream()
                .filter(r -> Objects.equals(r.get(field), row.get(field)))
                .toList();
    }
}
