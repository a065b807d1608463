package io.plumbline.query.compiler.resolve;

import io.plumbline.spec.Comparison;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * The range to compare with. Quarters and years are whole months, and whole weeks are shifted by their days, so two rules
 * make all; a range that is both whole months and whole weeks goes by months.
 */
final class PreviousPeriod {
    private PreviousPeriod() {}

    static Period of(Period range, Comparison comparison) {
        return switch (comparison) {
            case PREVIOUS_YEAR ->
                new Period(range.from().minusYears(1), range.to().minusYears(1), range.zone());
            case PREVIOUS_PERIOD -> new Period(before(range.from(), range.to()), range.from(), range.zone());
            case PREVIOUS_SPRINTS -> throw new IllegalArgumentException("sprints have no range before them");
        };
    }

    private static LocalDate before(LocalDate from, LocalDate to) {
        boolean wholeMonths = from.getDayOfMonth() == 1 && to.getDayOfMonth() == 1;
        return wholeMonths
                ? from.minusMonths(ChronoUnit.MONTHS.between(from, to))
                : from.minusDays(ChronoUnit.DAYS.between(from, to));
    }
}
