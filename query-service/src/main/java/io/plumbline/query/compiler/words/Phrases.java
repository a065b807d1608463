package io.plumbline.query.compiler.words;

import io.plumbline.spec.Granularity;
import io.plumbline.spec.catalog.DimensionDefinition;
import io.plumbline.spec.catalog.Entity;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Parts of sentences. */
final class Phrases {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private Phrases() {}

    /** For example {@code a, b and c}. */
    static String joined(List<String> parts, String last) {
        int end = parts.size() - 1;
        return end < 1
                ? String.join("", parts)
                : String.join(", ", parts.subList(0, end)) + " " + last + " " + parts.get(end);
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** For example {@code from 1 June 2026 to 30 June 2026 (both days included)}. */
    static String days(LocalDate from, LocalDate to) {
        LocalDate last = to.minusDays(1);
        return last.equals(from)
                ? "on " + day(from)
                : "from %s to %s (both days included)".formatted(day(from), day(last));
    }

    static String period(Granularity granularity) {
        return granularity.wireName();
    }

    static String periods(Granularity granularity) {
        return granularity.wireName() + "s";
    }

    /** The dimension's name within a sentence. */
    static String name(DimensionDefinition dimension) {
        String name = dimension.displayName();
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    /** The dimension with its article, as the subject of a test. */
    static String subject(DimensionDefinition dimension) {
        return switch (dimension.type()) {
            case BOOLEAN -> name(dimension);
            case TIME -> "the " + name(dimension) + " date";
            case TEXT, TEXT_LIST, NUMBER -> "the " + name(dimension);
        };
    }

    /** Rows of an entity, for example {@code blocked intervals}. */
    static String plural(Entity entity) {
        return entity.name().replace('_', ' ') + "s";
    }

    static String quoted(String text) {
        return "“" + text + "”";
    }

    /** How a number of that unit is to be read. */
    static String unit(String unit) {
        return switch (unit) {
            case "ratio" -> "as a ratio (0.5 is half)";
            case "score" -> "as a score";
            case "percent" -> "in percent";
            default -> "in " + unit;
        };
    }
}
