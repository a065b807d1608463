package io.plumbline.query.compiler.validate;

/** One thing that can be wrong with a spec. A rule passes over what another rule reports. */
interface Rule {
    void check(Subject subject, Faults faults);
}
