package io.plumbline.translator.offline.read;

import io.plumbline.spec.SpecLimits;
import io.plumbline.translator.offline.time.Periods;
import io.plumbline.translator.offline.time.TimeReference;
import io.plumbline.translator.offline.time.TimeReference.Period;
import io.plumbline.translator.offline.time.TimeReference.Present;
import io.plumbline.translator.offline.time.TimeReference.PreviousPeriod;
import io.plumbline.translator.offline.time.TimeReference.PreviousYear;
import io.plumbline.translator.offline.time.TimeReference.Since;
import io.plumbline.translator.offline.time.TimeReference.Trailing;
import io.plumbline.translator.offline.time.TimeReference.Until;
import io.plumbline.translator.offline.vocabulary.Limit;
import java.time.LocalDate;
import java.util.Optional;

/** Refuses ranges that lie in the future or are longer than a spec may ask for. */
final class RangeLimits {
    private RangeLimits() {}

    static void check(TimeReference range, LocalDate today, Draft draft) {
        var first = firstDay(range, today);
        if (first.filter(day -> day.isAfter(today)).isPresent()) {
            draft.refuse(Limit.FUTURE.reason());
        }
        if (first.filter(day -> day.isBefore(today.minusYears(SpecLimits.YEARS - 1)))
                .isPresent()) {
            draft.refuse("A range may begin at most %d years ago. Ask for a later beginning."
                    .formatted(SpecLimits.YEARS - 1));
        }
    }

    private static Optional<LocalDate> firstDay(TimeReference range, LocalDate today) {
        return switch (range) {
            case Period period -> Optional.of(period.from());
            case Trailing window -> Optional.of(Periods.plus(window.unit(), today, -window.count()));
            case Since since -> Optional.of(since.from());
            case Until until -> Optional.empty();
            case Present present -> Optional.empty();
            case PreviousPeriod period -> Optional.empty();
            case PreviousYear year -> Optional.empty();
        };
    }
}
