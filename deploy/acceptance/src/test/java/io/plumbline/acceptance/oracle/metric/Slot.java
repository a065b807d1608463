package io.plumbline.acceptance.oracle.metric;

import io.plumbline.acceptance.oracle.model.Sprint;
import io.plumbline.acceptance.oracle.query.Dim;
import io.plumbline.acceptance.oracle.query.Range;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a row of an answer by time stands for: a period of the calendar, or a sprint. */
public sealed interface Slot {
    /** Tells it from others, and puts them in order. */
    String label();

    /**
     * A period by its first day.
     *
     * @param begins the first day of it that the range holds
     */
    record Day(LocalDate first, LocalDate begins) implements Slot {
        public Day(LocalDate first) {
            this(first, first);
        }

        /** The same as far as a range goes. */
        Day within(Range range) {
            return range.from() == null || range.from().isBefore(begins) ? this : new Day(first, range.from());
        }

        @Override
        public String label() {
            return first.toString();
        }

        /** Whether it has not begun. */
        public boolean isFuture(ZoneId zone, Instant now) {
            return !begins.atStartOfDay(zone).toInstant().isBefore(now);
        }
    }

    /**
     * A closed sprint.
     *
     * @param members the sprints of its window in their order, itself last; alone without a window
     */
    record OfSprint(SprintPlace sprint, List<SprintPlace> members) implements Slot {
        public OfSprint {
            members = List.copyOf(members);
        }

        @Override
        public String label() {
            Sprint own = sprint.sprint();
            return "%015d %s %s".formatted(own.end().toEpochMilli(), own.instance(), own.id());
        }

        /** Its value of one of a sprint's own dimensions. */
        public Object own(Dim dim, ZoneId zone) {
            Object value = SprintSubject.value(sprint.sprint(), dim.field());
            return value instanceof Instant at ? dim.grain().floor(at, zone).toString() : value;
        }

        /** What the answer shows of it. */
        public Map<String, Object> columns(ZoneId zone) {
            Sprint own = sprint.sprint();
            Map<String, Object> columns = new LinkedHashMap<>();
            columns.put("metric_time", own.start().atZone(zone).toLocalDate().toString());
            columns.put("metric_time__sprint", own.name());
            columns.put("metric_time__board", own.board());
            return columns;
        }
    }
}
