package io.plumbline.query.compiler.validate;

/** A filter is on a dimension of the catalog. */
final class KnownFilterField implements Rule {
    @Override
    public void check(Subject subject, Faults faults) {
        subject.tests((pointer, filter) -> {
            if (subject.dimension(filter.field()).isEmpty()) {
                faults.unknown(
                        pointer + "/field",
                        "unknown_dimension",
                        "There is no dimension " + Faults.quoted(filter.field()) + " to filter by.",
                        filter.field(),
                        FilterableField.names(subject));
            }
        });
    }
}
