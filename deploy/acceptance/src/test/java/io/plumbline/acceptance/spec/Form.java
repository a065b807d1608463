package io.plumbline.acceptance.spec;

/** What a spec can have beside measures, dimensions, plain filters and a comparison with a range before. */
public enum Form {
    FILTER_TREE,
    NUMBER_TEST,
    WINDOW,
    SHARE,
    RANK,
    AS_OF,
    N,
    MIN_N,
    SPRINT_AXIS,
    PREVIOUS_SPRINTS,
    PER
}
