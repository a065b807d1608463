package io.plumbline.query.compiler.validate;

import java.util.List;

/** The rows of one total, or of one ranking, agree on dimensions that the answer has. */
final class ShowWithinDimensions implements Rule {
    @Override
    public void check(Subject subject, Faults faults) {
        List<String> grouped = new Columns(subject).dimensions().toList();
        subject.measures((pointer, measure) -> {
            if (measure.show() != null) {
                Subject.each(pointer + "/show/within/", measure.show().within(), (place, field) -> {
                    if (!grouped.contains(field)) {
                        faults.unknown(
                                place,
                                "unknown_dimension",
                                "%s is no dimension of this spec; add it to `dimensions`, or leave it out here."
                                        .formatted(Faults.quoted(field)),
                                field,
                                grouped);
                    }
                });
            }
        });
    }
}
