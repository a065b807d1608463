package io.plumbline.spec.catalog;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A day of the week, from Monday. */
public enum Weekday {
    MON(DayOfWeek.MONDAY),
    TUE(DayOfWeek.TUESDAY),
    WED(DayOfWeek.WEDNESDAY),
    THU(DayOfWeek.THURSDAY),
    FRI(DayOfWeek.FRIDAY),
    SAT(DayOfWeek.SATURDAY),
    SUN(DayOfWeek.SUNDAY);

    private final DayOfWeek day;

    Weekday(DayOfWeek day) {
        this.day = day;
    }

    /** {@code mon} to {@code sun}. */
    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** 1 for Monday to 7 for Sunday. */
    public int number() {
        return day.getValue();
    }

    /** The whole name, for example {@code Monday}. */
    public String label() {
        return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    public static Weekday of(LocalDate date) {
        return Arrays.stream(values())
                .filter(weekday -> weekday.day == date.getDayOfWeek())
                .findFirst()
                .orElseThrow();
    }

    public static Optional<Weekday> find(String wireName) {
        return Arrays.stream(values())
                .filter(day -> day.wireName().equals(wireName))
                .findFirst();
    }

    public static List<String> wireNames() {
        return Arrays.stream(values()).map(Weekday::wireName).toList();
    }

    @JsonCreator
    static Weekday fromWire(String wireName) {
        return find(wireName).orElseThrow(() -> new IllegalArgumentException("no day of the week: " + wireName));
    }
}
