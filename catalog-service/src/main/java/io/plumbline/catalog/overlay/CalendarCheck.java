package io.plumbline.catalog.overlay;

import io.plumbline.catalog.tenant.CalendarSettings;
import io.plumbline.spec.NearestName;
import io.plumbline.spec.catalog.Weekday;
import io.plumbline.spec.problem.FieldError;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether a working calendar is one; every fault at once. */
final class CalendarCheck {
    private static final String AT = "/calendar";
    private static final int MOST_HOLIDAYS = 2_000;
    private static final LocalDate FIRST = LocalDate.of(1970, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2199, 12, 31);

    private final List<FieldError> faults = new ArrayList<>();

    private CalendarCheck() {}

    /** @param settings null where the tenant has none */
    static List<FieldError> faults(CalendarSettings settings) {
        var check = new CalendarCheck();
        if (settings != null) {
            Optional.ofNullable(settings.workingDays()).ifPresent(check::workingDays);
            Optional.ofNullable(settings.holidays()).ifPresent(check::holidays);
            Optional.ofNullable(settings.timezone()).ifPresent(check::timezone);
        }
        return check.faults;
    }

    private void workingDays(List<String> days) {
        String pointer = AT + "/working_days";
        if (days.isEmpty()) {
            fault(pointer, "too_short", "A calendar has at least one working day; leave it out for Monday to Friday.");
        }
        for (int i = 0; i < days.size(); i++) {
            String place = pointer + "/" + i;
            if (Weekday.find(days.get(i)).isEmpty()) {
                String nearest =
                        NearestName.find(days.get(i), Weekday.wireNames()).orElse(null);
                faults.add(new FieldError(
                        place, "unknown_name", "There is no such day of the week.", Weekday.wireNames(), nearest));
            } else if (days.indexOf(days.get(i)) < i) {
                fault(place, "duplicate", "`" + days.get(i) + "` stands here twice.");
            }
        }
    }

    private void holidays(List<String> days) {
        String pointer = AT + "/holidays";
        if (days.size() > MOST_HOLIDAYS) {
            fault(pointer, "too_long", "A calendar has at most %d holidays.".formatted(MOST_HOLIDAYS));
            return;
        }
        for (int i = 0; i < days.size(); i++) {
            String place = pointer + "/" + i;
            if (!isDay(days.get(i))) {
                fault(place, "wrong_form", "A holiday is a day like 2026-12-25, from %s to %s.".formatted(FIRST, LAST));
            } else if (days.indexOf(days.get(i)) < i) {
                fault(place, "duplicate", "`" + days.get(i) + "` stands here twice.");
            }
        }
    }

    private static boolean isDay(String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            return !day.isBefore(FIRST) && !day.isAfter(LAST);
        } catch (DateTimeException e) {
            return false;
        }
    }

    private void timezone(String zone) {
        // Only names of regions: an offset or a name in other letters is nothing that every part of the product reads
        // alike.
        if (!ZoneId.getAvailableZoneIds().contains(zone)) {
            fault(AT + "/timezone", "unknown_name", "A zone is a name like `Europe/Prague` or `UTC`.");
        }
    }

    private void fault(String pointer, String code, String message) {
        faults.add(FieldError.of(pointer, code, message));
    }
}
