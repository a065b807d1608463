package io.plumbline.acceptance.spec;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.acceptance.history.Chance;
import java.util.List;

/** Several measures, up to two dimensions, filters, order, limit and comparison, all at once. */
public record RandomSpec(Chance chance) {
    /** A spec of the plain forms. */
    public ObjectNode make() {
        return plain(false, false).finished();
    }

    /** A spec that has this form, and perhaps others. */
    public ObjectNode with(Form form) {
        while (true) {
            boolean compared = form == Form.PREVIOUS_SPRINTS || (form == Form.SPRINT_AXIS && chance.of(0.2));
            boolean bySprint = compared || form == Form.SPRINT_AXIS || chance.of(0.15);
            Draft draft = plain(bySprint, compared);
            add(draft, form);
            if (draft.has(form)) {
                return draft.finished();
            }
        }
    }

    private void add(Draft draft, Form form) {
        if (form == Form.FILTER_TREE || chance.of(0.2)) {
            draft.filterTree();
        }
        if (form == Form.AS_OF || chance.of(0.2)) {
            draft.asOf();
        }
        if (form == Form.PER || chance.of(0.15)) {
            draft.rollUp();
        }
        if (form == Form.WINDOW || chance.of(0.2)) {
            draft.widen();
        }
        if (!draft.isCompared() && (form == Form.SHARE || form == Form.RANK || chance.of(0.2))) {
            draft.show();
        }
        if (form == Form.N || form == Form.MIN_N || chance.of(0.2)) {
            draft.count(form);
        }
        if (form == Form.NUMBER_TEST || chance.of(0.2)) {
            draft.testNumbers();
        }
    }

    private Draft plain(boolean bySprint, boolean compared) {
        Draft draft = new Draft(chance);
        int measures = chance.between(1, 3);
        for (int i = 0; i < measures; i++) {
            Metric metric = chance.any(Metric.ALL);
            String agg = metric.aggs().isEmpty() || chance.of(0.5) ? null : chance.any(metric.aggs());
            draft.measure(metric, agg);
        }
        if (bySprint) {
            draft.bySprint(compared);
        }
        group(draft, bySprint);
        filter(draft);
        if (!bySprint && !draft.hasOtherTime() && chance.of(0.25)) {
            draft.compare(chance.any("previous_period", "previous_year"));
        }
        if (chance.of(0.3)) {
            draft.sortByMeasure();
        }
        if (chance.of(0.2)) {
            draft.limit(chance.between(1, 6));
        }
        return draft;
    }

    private void group(Draft draft, boolean bySprint) {
        if (!bySprint && chance.of(0.4)) {
            draft.groupByTime();
        }
        for (Field field : chance.some(2, Field.ALL)) {
            if (draft.accepts(field)) {
                draft.group(field);
            }
        }
    }

    private void filter(Draft draft) {
        List<Field> fields = chance.some(2, Field.ALL);
        for (Field field : fields) {
            if (draft.accepts(field)) {
                draft.filter(field, chance.any(field.operators()));
            }
        }
    }
}
