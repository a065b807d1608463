package io.plumbline.query.compiler.validate;

/** Every measure reaches every dimension over many-to-one paths. */
final class ReachableDimension implements Rule {
    @Override
    public void check(Subject subject, Faults faults) {
        Reaching reaching = new Reaching(subject, faults);
        Subject.each(
                "/dimensions/",
                subject.spec().dimensions(),
                (pointer, dimension) -> subject.dimension(dimension.field())
                        .ifPresent(definition -> reaching.check(pointer, "unreachable_dimension", definition)));
    }
}
