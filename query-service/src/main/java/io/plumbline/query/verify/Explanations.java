package io.plumbline.query.verify;

import io.plumbline.query.verify.Verification.Made;
import io.plumbline.query.verify.Verification.MetricChange;
import io.plumbline.query.verify.Verification.RowCounts;
import io.plumbline.spec.problem.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Says in sentences what became of an answer. */
final class Explanations {
    private Explanations() {}

    static String of(
            Made before,
            Made after,
            List<String> reasons,
            List<MetricChange> metrics,
            boolean modelChanged,
            RowCounts rows) {
        List<String> sentences = new ArrayList<>();
        sentences.add(reasons.isEmpty() ? "The answer is the same." : "The answer changed: " + rows(rows) + ".");
        if (before.dataVersion() != after.dataVersion()) {
            sentences.add("The data changed since, from version %d to %d (as of %s)."
                    .formatted(before.dataVersion(), after.dataVersion(), after.dataAsOf()));
        }
        if (!metrics.isEmpty()) {
            sentences.add("Definitions changed since: "
                    + metrics.stream().map(Explanations::metric).collect(Collectors.joining(", ")) + ".");
        }
        if (modelChanged) {
            sentences.add("The entities or dimensions of the catalog changed since.");
        }
        if (reasons.contains(Verdict.FAULT)) {
            sentences.add(
                    "Neither the data nor the definitions that it depends on changed since, so this is a fault of the"
                            + " product. Please report it with the receipt's id.");
        }
        return String.join(" ", sentences);
    }

    static String refused(List<FieldError> errors) {
        return "The answer can't be made again, because the present definitions do not take its spec: "
                + errors.getFirst().message();
    }

    private static String rows(RowCounts rows) {
        if (rows.added() == null) {
            return "it had %s and has %s now, too many to have been kept for a comparison of each"
                    .formatted(count(rows.before()), count(rows.after()));
        }
        return rows.added() + rows.removed() + rows.changed() == 0
                ? "its rows are the same in another order"
                : "%s added, %d removed, %d changed".formatted(count(rows.added()), rows.removed(), rows.changed());
    }

    private static String count(int rows) {
        return rows == 1 ? "1 row" : rows + " rows";
    }

    private static String metric(MetricChange change) {
        if (change.before() == null) {
            return change.metric() + " is new (" + change.after() + ")";
        }
        if (change.after() == null) {
            return change.metric() + " " + change.before() + " is no longer used";
        }
        return change.before().equals(change.after())
                ? change.metric() + " " + change.before() + " was redefined"
                : change.metric() + " went from " + change.before() + " to " + change.after();
    }
}
