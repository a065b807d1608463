package io.plumbline.query.compiler.validate;

import io.plumbline.spec.Dimension;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A first stage groups by dimensions that the answer does not have; but its periods may be rolled up to longer ones. */
final class RollupAddsDimensions implements Rule {
    @Override
    public void check(Subject subject, Faults faults) {
        List<String> answer = new Columns(subject).dimensions().toList();
        Subject.each("/measures/", subject.spec().measures(), (place, measure) -> {
            if (measure.per() == null) {
                return;
            }
            Set<String> taken = new HashSet<>();
            Subject.each(place + "/per/dimensions/", measure.per().dimensions(), (pointer, dimension) -> {
                String field = dimension.field();
                boolean shown = answer.contains(field) && !field.equals(Dimension.METRIC_TIME);
                if (shown || !taken.add(field)) {
                    faults.add(pointer, "duplicate", message(field, shown));
                }
            });
        });
    }

    private static String message(String field, boolean shown) {
        return shown
                ? "%s is a dimension of the answer already, so there is nothing to roll up over it; leave it out of one of the two."
                        .formatted(Faults.quoted(field))
                : "%s is named twice; keep one.".formatted(Faults.quoted(field));
    }
}
