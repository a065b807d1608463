package io.plumbline.catalog.tenant;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.plumbline.spec.catalog.Weekday;
import io.plumbline.spec.catalog.WorkingCalendar;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * A tenant's working calendar, as it was written. What is left out is as in the standard calendar.
 *
 * @param workingDays {@code mon} to {@code sun}
 * @param holidays days as {@code 2026-12-25}
 * @param timezone a name of the tz database
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CalendarSettings(List<String> workingDays, List<String> holidays, String timezone) {
    public CalendarSettings {
        workingDays = workingDays == null ? null : List.copyOf(workingDays);
        holidays = holidays == null ? null : List.copyOf(holidays);
    }

    /**
     * The calendar that these settings make of the standard one.
     *
     * @throws RuntimeException where they were not checked
     */
    WorkingCalendar calendar() {
        WorkingCalendar standard = WorkingCalendar.STANDARD;
        return new WorkingCalendar(
                workingDays == null
                        ? standard.workingDays()
                        : workingDays.stream()
                                .map(day -> Weekday.find(day).orElseThrow())
                                .toList(),
                holidays == null
                        ? standard.holidays()
                        : holidays.stream().map(LocalDate::parse).toList(),
                timezone == null ? standard.timezone() : ZoneId.of(timezone));
    }
}
