package io.plumbline.query.compiler.validate;

/** A dimension is one of the catalog. */
final class KnownDimension implements Rule {
    @Override
    public void check(Subject subject, Faults faults) {
        subject.groupings((pointer, dimension) -> {
            if (subject.dimension(dimension.field()).isEmpty()) {
                String field = dimension.field();
                faults.unknown(
                        pointer,
                        "unknown_dimension",
                        "There is no dimension " + Faults.quoted(field) + ".",
                        field,
                        subject.catalog().dimensionNames());
            }
        });
    }
}
