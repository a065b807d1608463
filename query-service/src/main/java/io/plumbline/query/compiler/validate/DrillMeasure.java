package io.plumbline.query.compiler.validate;

import io.plumbline.query.compiler.drill.DrillRequest;
import io.plumbline.spec.Measure;
import io.plumbline.spec.catalog.Computation;
import io.plumbline.spec.catalog.MetricDefinition;
import java.util.List;
import java.util.Optional;

/** The number to open is one of the answer's, and one that has issues behind it. */
record DrillMeasure(Subject subject, DrillRequest request, Faults faults) {
    private static final String ISSUE_KEY = "issue_key";

    void check() {
        measure().ifPresent(measure -> subject.metric(measure).ifPresent(metric -> issues(measure, metric)));
    }

    private Optional<Measure> measure() {
        List<Measure> measures = subject.spec().measures();
        if (request.measure() == null && measures.size() == 1) {
            return Optional.of(measures.getFirst());
        }
        List<String> columns = measures.stream().map(Measure::column).toList();
        if (request.measure() == null) {
            faults.misfit(
                    "/measure",
                    "missing",
                    "The answer has several numbers; say which to open: " + String.join(", ", columns) + ".",
                    columns);
            return Optional.empty();
        }
        Optional<Measure> found = measures.stream()
                .filter(measure -> measure.column().equals(request.measure()))
                .findFirst();
        if (found.isEmpty()) {
            faults.unknown("/measure", "unknown_column", unknown(columns), request.measure(), columns);
        }
        return found;
    }

    private String unknown(List<String> columns) {
        boolean derived = columns.stream().anyMatch(column -> request.measure().startsWith(column + "__"));
        return derived
                ? "Only the measures themselves can be opened, not what is made of them. For an earlier range, open the spec of that range."
                : "The answer has no number " + Faults.quoted(request.measure()) + ".";
    }

    /** The number is made of issues, or of sprints, which have them. */
    private void issues(Measure measure, MetricDefinition metric) {
        boolean reaches = subject.reach().leaves(metric).stream()
                .filter(leaf -> leaf.computation() instanceof Computation.Simple)
                .allMatch(leaf -> subject.dimension(ISSUE_KEY)
                        .filter(key -> subject.reach().reaches(leaf, key))
                        .isPresent());
        if (!reaches) {
            faults.add("/measure", "not_supported", "`%s` is not made of issues.".formatted(measure.column()));
        }
    }
}
