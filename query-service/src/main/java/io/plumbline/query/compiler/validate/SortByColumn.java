package io.plumbline.query.compiler.validate;

import java.util.List;

/** The order is by columns of the answer. */
final class SortByColumn implements Rule {
    @Override
    public void check(Subject subject, Faults faults) {
        List<String> columns = new Columns(subject).sortable().toList();
        Subject.each("/sort/", subject.spec().sort(), (pointer, sort) -> {
            if (!columns.contains(sort.field())) {
                faults.unknown(
                        pointer + "/field",
                        "unknown_column",
                        "The answer has no column " + Faults.quoted(sort.field()) + " to sort by.",
                        sort.field(),
                        columns);
            }
        });
    }
}
