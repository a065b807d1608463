package io.plumbline.jobs.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Turns one field's changes into intervals. */
public final class Timeline {
    private Timeline() {}

    /**
     * Intervals that partition the time from the creation on. The first one holds the first change's old value; a field
     * that never changed holds today's value. A change to the same value is none. What was changed before the creation,
     * as an import of other data can tell, counts at the creation.
     *
     * @param present today's value; it counts only where there is no change, because else the history wins
     * @param changes in any order
     * @return never empty
     */
    public static <V> List<Interval<V>> of(Instant created, V present, List<Change<V>> changes) {
        List<Change<V>> ordered =
                changes.stream().sorted(Comparator.comparing(Change::point)).toList();
        List<Interval<V>> intervals = new ArrayList<>();
        V value = ordered.isEmpty() ? present : ordered.getFirst().before();
        Instant from = created;
        for (Change<V> change : ordered) {
            if (!Objects.equals(value, change.after())) {
                Instant at = change.point().at().isBefore(created)
                        ? created
                        : change.point().at();
                intervals.add(new Interval<>(from, at, value));
                value = change.after();
                from = at;
            }
        }
        intervals.add(new Interval<>(from, null, value));
        return intervals;
    }
}
