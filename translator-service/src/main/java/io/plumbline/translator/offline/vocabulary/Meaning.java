package io.plumbline.translator.offline.vocabulary;

import io.plumbline.spec.Aggregation;
import io.plumbline.spec.Granularity;
import io.plumbline.translator.offline.time.TimeReference;

/** One thing a word or phrase can stand for. */
public sealed interface Meaning {

    /** A metric of the catalog. */
    record Metric(String name) implements Meaning {}

    /** A dimension of the catalog. */
    record Grouping(String field) implements Meaning {}

    /**
     * A value of a dimension.
     *
     * @param value text, or a boolean
     * @param weak an everyday word ("high") that is this value only beside the dimension's name
     */
    record Value(String field, Object value, boolean weak) implements Meaning {}

    /** A way to roll values up. */
    record Rollup(Aggregation aggregation) implements Meaning {}

    /** A calendar unit; periodic where it already says "for each" ("monthly"). */
    record Unit(Granularity granularity, boolean periodic) implements Meaning {}

    /** A range of time. */
    record Time(TimeReference reference) implements Meaning {}

    /** The last sprints that ended. */
    record LastSprints(int count) implements Meaning {}

    /** A length of time, in days. */
    record Days(int days) implements Meaning {}

    record Amount(int value) implements Meaning {}

    /** A word that says how the others belong together. */
    record Word(Keyword keyword) implements Meaning {}

    /** Something no metric can answer. */
    record Beyond(Limit limit) implements Meaning {}

    /** An order where it stands first ("close all issues"); else as if it were not there. */
    record Imperative() implements Meaning {}

    /** A word without a say in what is counted. */
    record Filler() implements Meaning {}

    /** A word that nothing is known of. */
    record Unknown() implements Meaning {}
}
