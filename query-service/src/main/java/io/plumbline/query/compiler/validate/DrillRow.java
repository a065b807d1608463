package io.plumbline.query.compiler.validate;

import io.plumbline.query.compiler.drill.DrillRequest;
import io.plumbline.query.compiler.index.Reach;
import io.plumbline.spec.Granularity;
import io.plumbline.spec.TimeRange;
import io.plumbline.spec.catalog.DimensionDefinition;
import java.util.List;
import java.util.stream.Stream;

/** The row to open has the answer's dimensions, all of them and no other, with values that such a row can have. */
record DrillRow(Subject subject, DrillRequest request, Faults faults) {

    void check() {
        Columns columns = new Columns(subject);
        List<String> sprint = columns.ofSprints().toList();
        List<String> dimensions =
                Stream.concat(columns.dimensions(), sprint.stream()).toList();
        request.row().forEach((name, value) -> {
            if (sprint.contains(name)) {
                needs(value == null || value instanceof String, pointer(name), "a text or null");
            } else if (dimensions.contains(name)) {
                subject.dimension(name).ifPresent(dimension -> value(pointer(name), dimension, value));
            } else {
                unknown(name, dimensions);
            }
        });
        dimensions.stream()
                .filter(name -> !request.row().containsKey(name))
                .forEach(name -> faults.misfit(
                        "/row",
                        "missing_dimension",
                        "The row needs `%s`: its value in the answer, or null for the group without one."
                                .formatted(name),
                        dimensions));
    }

    private void unknown(String name, List<String> dimensions) {
        String message = dimensions.isEmpty()
                ? "The spec has no dimension, so its one row has none either."
                : "The rows of this answer have no dimension " + Faults.quoted(name) + ".";
        faults.unknown(pointer(name), "unknown_dimension", message, name, dimensions);
    }

    private void value(String pointer, DimensionDefinition dimension, Object value) {
        if (value == null) {
            if (Reach.isMetricTime(dimension)) {
                faults.add(
                        pointer, "wrong_value", "Every row has a period; name its first day, for example 2026-06-01.");
            }
            return;
        }
        switch (dimension.type()) {
            case TEXT, TEXT_LIST -> needs(value instanceof String, pointer, "a text or null");
            case BOOLEAN -> needs(value instanceof Boolean, pointer, "true, false or null");
            case NUMBER -> needs(value instanceof Number, pointer, "a number or null");
            case TIME -> period(pointer, dimension, value);
        }
    }

    private void needs(boolean fits, String pointer, String expected) {
        if (!fits) {
            faults.add(pointer, "wrong_value", "This must be " + expected + ", as in the answer's row.");
        }
    }

    private void period(String pointer, DimensionDefinition dimension, Object value) {
        Granularity granularity = Granularities.of(subject.spec(), dimension.name());
        if (!granularity.isCalendar()) {
            needs(Bucket.find(value, Granularity.DAY).isPresent(), pointer, "the day on which the sprint began");
            return;
        }
        Bucket bucket = Bucket.find(value, granularity).orElse(null);
        if (bucket == null) {
            faults.add(
                    pointer,
                    "wrong_value",
                    "This must be the first day of a %s as in the answer's row, for example 2026-%s."
                            .formatted(granularity.wireName(), example(granularity)));
        } else if (Reach.isMetricTime(dimension) && !overlaps(bucket)) {
            faults.add(
                    pointer, "outside_range", "The spec's range holds no day of that " + granularity.wireName() + ".");
        }
    }

    private static String example(Granularity granularity) {
        return switch (granularity) {
            case DAY, MONTH, SPRINT -> "06-01";
            case WEEK -> "06-08";
            case QUARTER -> "04-01";
            case YEAR -> "01-01";
        };
    }

    private boolean overlaps(Bucket bucket) {
        TimeRange time = subject.spec().time();
        boolean begun = time == null || time.to() == null || bucket.first().isBefore(time.to());
        boolean lasts = time == null || time.from() == null || bucket.end().isAfter(time.from());
        return begun && lasts;
    }

    private static String pointer(String name) {
        return "/row/" + name.replace("~", "~0").replace("/", "~1");
    }
}
