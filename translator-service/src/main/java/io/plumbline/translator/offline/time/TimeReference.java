package io.plumbline.translator.offline.time;

import io.plumbline.spec.Granularity;
import java.time.LocalDate;

/**
 * A range of time as it was meant. "Last month" and its like are whole calendar units; "last 30 days" and "last 6
 * months" are windows that end today, today included.
 */
public sealed interface TimeReference {

    /**
     * Whole calendar units, or a run of days.
     *
     * @param to exclusive
     * @param unit of which the range is one or more; {@code DAY} for a run of days
     */
    record Period(LocalDate from, LocalDate to, Granularity unit) implements TimeReference {

        /** This period and all until the end of another. */
        Period until(Period last) {
            return new Period(from, last.to, unit.compareTo(last.unit) < 0 ? unit : last.unit);
        }
    }

    /** A window of some units that ends today. */
    record Trailing(int count, Granularity unit) implements TimeReference {}

    /** From a day until today. {@code start} is the period it was named by ("since last quarter"). */
    record Since(LocalDate from, Period start) implements TimeReference {}

    /** From the beginning of the data until a day, exclusive. */
    record Until(LocalDate to) implements TimeReference {}

    /** The present state. */
    record Present() implements TimeReference {}

    /** The period before the one asked for; only to compare with. {@code unit} is its length, null where not told. */
    record PreviousPeriod(Granularity unit) implements TimeReference {}

    /** The same dates a year before; only to compare with. */
    record PreviousYear() implements TimeReference {}
}
