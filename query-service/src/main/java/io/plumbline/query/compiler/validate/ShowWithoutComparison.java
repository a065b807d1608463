package io.plumbline.query.compiler.validate;

/** A share or a rank stands in the place of the number, so there is nothing to compare. */
final class ShowWithoutComparison implements Rule {
    @Override
    public void check(Subject subject, Faults faults) {
        if (!subject.compares()) {
            return;
        }
        subject.measures((pointer, measure) -> {
            if (measure.show() != null) {
                faults.add(
                        pointer + "/show",
                        "not_combinable",
                        "`show` and `time.compare` can't be combined; leave one of them out.");
            }
        });
    }
}
