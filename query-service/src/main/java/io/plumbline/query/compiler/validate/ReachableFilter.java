package io.plumbline.query.compiler.validate;

/** Every measure reaches the field of every filter over many-to-one paths. */
final class ReachableFilter implements Rule {
    @Override
    public void check(Subject subject, Faults faults) {
        Reaching reaching = new Reaching(subject, faults);
        subject.tests((pointer, filter) -> subject.dimension(filter.field())
                .ifPresent(dimension -> reaching.check(pointer + "/field", "unreachable_filter", dimension)));
    }
}
