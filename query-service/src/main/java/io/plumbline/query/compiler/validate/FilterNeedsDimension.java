package io.plumbline.query.compiler.validate;

import io.plumbline.spec.Filter;
import java.util.List;

/**
 * A filter that joins a test of a number of the answer with tests of dimensions picks rows of the answer, which have only
 * the dimensions that the spec groups by.
 */
final class FilterNeedsDimension implements Rule {
    @Override
    public void check(Subject subject, Faults faults) {
        Columns columns = new Columns(subject);
        List<String> grouped = columns.dimensions().toList();
        for (Conjunct conjunct : Conjunct.of(subject.spec().filters())) {
            if (conjunct.filter().tests().anyMatch(test -> isNumber(test, subject, columns))) {
                Subject.tests(conjunct.pointer(), conjunct.filter(), (pointer, test) -> {
                    if (subject.dimension(test.field()).isPresent() && !grouped.contains(test.field())) {
                        report(pointer, test.field(), grouped, faults);
                    }
                });
            }
        }
    }

    private static boolean isNumber(Filter.Test test, Subject subject, Columns columns) {
        return subject.dimension(test.field()).isEmpty()
                && columns.field(test.field()).isPresent();
    }

    private static void report(String pointer, String field, List<String> grouped, Faults faults) {
        faults.misfit(
                pointer + "/field",
                "filter_needs_dimension",
                ("`%s` is tested together with a number of the answer, so the answer must have it: add it to `dimensions`, "
                                + "or move this test out of the `or` or `not`, to pick what is counted.")
                        .formatted(field),
                grouped);
    }
}
