package io.plumbline.query.compiler.validate;

import java.util.List;
import java.util.stream.Stream;

/** A filter is on a dimension of the catalog or on a number of the answer. */
final class KnownFilterField implements Rule {
    @Override
    public void check(Subject subject, Faults faults) {
        Columns columns = new Columns(subject);
        List<String> known = Stream.concat(FilterableField.names(subject).stream(), columns.numbers())
                .distinct()
                .toList();
        subject.tests((pointer, filter) -> {
            if (columns.field(filter.field()).isEmpty()) {
                faults.unknown(
                        pointer + "/field",
                        "unknown_dimension",
                        "There is no dimension and no number of the answer named %s to filter by."
                                .formatted(Faults.quoted(filter.field())),
                        filter.field(),
                        known);
            }
        });
    }
}
