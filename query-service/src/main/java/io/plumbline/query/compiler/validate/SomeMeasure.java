package io.plumbline.query.compiler.validate;

/** A spec asks for some number. */
final class SomeMeasure implements Rule {
    @Override
    public void check(Subject subject, Faults faults) {
        if (subject.spec().measures().isEmpty()) {
            faults.add("/measures", "missing", "Name at least one measure.");
        }
    }
}
