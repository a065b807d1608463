package io.plumbline.acceptance.relation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Nothing in the histories is as young as the last second. */
final class AsOfNowIsPresent implements Relation {
    @Override
    public String name() {
        return "as of now is the present";
    }

    @Override
    public List<String> violations(Asker asker, Question question) {

        String field = question.single().name();
        ObjectNode plain = question.chance().of(0.5) ? question.byTime("month", field) : question.grouped(field);
        ObjectNode spec = plain.deepCopy();
        Instant justNow = Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(1);
        spec.withObject("/time").put("as_of", justNow.toString());
        return Same.violations(asker.rows(plain), asker.rows(spec), spec);
    }
}
