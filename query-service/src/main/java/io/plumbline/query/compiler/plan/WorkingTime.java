package io.plumbline.query.compiler.plan;

import io.plumbline.spec.catalog.Weekday;
import io.plumbline.spec.catalog.WorkingCalendar;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** Hands a working calendar to the database's function: as binds, which all measures of a spec share. */
final class WorkingTime {
    private WorkingTime() {}

    /** The two instants followed by the calendar. */
    static List<Expr> arguments(List<Expr> instants, WorkingCalendar calendar) {
        return Stream.concat(instants.stream(), calendar(calendar)).toList();
    }

    private static Stream<Expr> calendar(WorkingCalendar calendar) {
        Integer[] weekdays =
                calendar.workingDays().stream().map(Weekday::number).toArray(Integer[]::new);
        // The function subtracts holidays from the working days, so those of other days are left out.
        LocalDate[] holidays = calendar.holidays().stream()
                .filter(day -> calendar.workingDays().contains(Weekday.of(day)))
                .toArray(LocalDate[]::new);
        return Stream.of(
                new Expr.Bind("calendar_zone", Type.TEXT, calendar.timezone().getId()),
                new Expr.Bind("calendar_weekdays", Type.INTEGER_LIST, weekdays),
                new Expr.Bind("calendar_holidays", Type.DATE_LIST, holidays));
    }
}
