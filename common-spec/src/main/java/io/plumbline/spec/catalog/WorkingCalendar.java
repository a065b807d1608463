package io.plumbline.spec.catalog;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Which days count as working time in {@code working_days_between}.
 *
 * @param workingDays the days of the week that people work on, from Monday; never empty
 * @param holidays days off, whatever day of the week they are, in their order
 * @param timezone where days begin and end
 */
public record WorkingCalendar(List<Weekday> workingDays, List<LocalDate> holidays, ZoneId timezone) {
    /** Monday to Friday, without holidays, in UTC: for whoever set nothing else. */
    public static final WorkingCalendar STANDARD = new WorkingCalendar(
            List.of(Weekday.MON, Weekday.TUE, Weekday.WED, Weekday.THU, Weekday.FRI), List.of(), ZoneId.of("UTC"));

    public WorkingCalendar {
        workingDays = workingDays.stream().distinct().sorted().toList();
        holidays = holidays.stream().distinct().sorted().toList();
        if (workingDays.isEmpty()) {
            throw new IllegalArgumentException("a calendar needs a working day");
        }
    }

    /** Whether people work on that day. */
    public boolean works(LocalDate day) {
        return workingDays.contains(Weekday.of(day)) && !holidays.contains(day);
    }

    /** The calendar in a sentence, for whoever reads a number that was computed by it. */
    public String inWords() {
        String days = workingDays.stream().map(Weekday::label).collect(Collectors.joining(", "));
        String off = switch (holidays.size()) {
            case 0 -> "without holidays";
            case 1 -> "but for the holiday " + holidays.getFirst();
            default ->
                "but for %d holidays from %s to %s".formatted(holidays.size(), holidays.getFirst(), holidays.getLast());
        };
        return "Working days are %s, %s; they begin and end in the zone %s.".formatted(days, off, timezone.getId());
    }
}
