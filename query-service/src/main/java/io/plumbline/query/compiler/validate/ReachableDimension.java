package io.plumbline.query.compiler.validate;

import java.util.List;

/** Every measure reaches every dimension over many-to-one paths, also those of its own first stage. */
final class ReachableDimension implements Rule {
    private static final String CODE = "unreachable_dimension";

    @Override
    public void check(Subject subject, Faults faults) {
        Reaching reaching = new Reaching(subject, faults);
        Subject.each(
                "/dimensions/",
                subject.spec().dimensions(),
                (pointer, dimension) -> subject.dimension(dimension.field())
                        .ifPresent(definition -> reaching.check(pointer, CODE, definition)));
        subject.finerGroupings((pointer, measure, dimension) -> subject.dimension(dimension.field())
                .ifPresent(definition -> reaching.check(pointer, CODE, definition, List.of(measure))));
    }
}
