package io.plumbline.spec;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The range of {@code metric_time}.
 *
 * @param from first day, inclusive; null means from the beginning
 * @param to first day after the range, exclusive; null means until now
 * @param granularity the period of {@code metric_time} where the dimension names none; where no time dimension is named
 *     it adds {@code metric_time}
 * @param timezone where days begin; null means UTC
 * @param compare the range to compare with; null means none; needs both {@code from} and {@code to}, except {@code
 *     previous_sprints}, which needs {@code metric_time} by sprint
 * @param sprints with how many sprints {@code previous_sprints} compares; null means 1
 * @param asOf the instant whose state is asked for: nothing that happened later counts; null means the present
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TimeRange(
        LocalDate from,
        LocalDate to,
        Granularity granularity,
        ZoneId timezone,
        Comparison compare,
        Integer sprints,
        AsOf asOf) {

    /** A range of the present state. */
    public TimeRange(LocalDate from, LocalDate to, Granularity granularity, ZoneId timezone, Comparison compare) {
        this(from, to, granularity, timezone, compare, null, null);
    }
}
