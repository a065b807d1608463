package io.plumbline.spec.read;

import io.plumbline.spec.AsOf;
import io.plumbline.spec.Comparison;
import io.plumbline.spec.Granularity;
import io.plumbline.spec.SpecLimits;
import io.plumbline.spec.TimeRange;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** {@code {from, to, granularity, timezone, compare, sprints, as_of}}, all optional. */
final class TimeShape {
    private static final List<String> MEMBERS =
            List.of("from", "to", "granularity", "timezone", "compare", "sprints", "as_of");
    private static final List<String> COMPARISONS = Texts.wireNames(Comparison.values(), Comparison::wireName);

    private TimeShape() {}

    static Optional<TimeRange> read(Place place) {
        return place.object(MEMBERS).map(TimeShape::members);
    }

    private static TimeRange members(Place place) {
        LocalDate from = optional(place.member("from"), Dates::read);
        LocalDate to = optional(place.member("to"), Dates::read);
        Granularity granularity = optional(place.member("granularity"), DimensionShape::granularity);
        ZoneId zone = optional(place.member("timezone"), Zones::read);
        Comparison compare = optional(
                place.member("compare"),
                member -> Texts.oneOf(member, COMPARISONS).flatMap(Comparison::find));
        Integer sprints =
                optional(place.member("sprints"), count -> count.neededNumber(1, SpecLimits.PREVIOUS_SPRINTS));
        AsOf asOf = optional(place.member("as_of"), Dates::readAsOf);
        checkOrder(place, from, to);
        checkComparison(place, compare);
        return new TimeRange(from, to, granularity, zone, compare, sprints, asOf);
    }

    private static void checkOrder(Place place, LocalDate from, LocalDate to) {
        if (from == null || to == null) {
            return;
        }
        Place end = place.member("to");
        if (!from.isBefore(to)) {
            end.fault(FaultCodes.WRONG_ORDER, "`to` is the first day after the range, so it comes after `from`.");
        } else if (from.plusYears(SpecLimits.YEARS).isBefore(to)) {
            end.fault(FaultCodes.OUT_OF_RANGE, "A range spans at most %d years.".formatted(SpecLimits.YEARS));
        }
    }

    private static void checkComparison(Place place, Comparison compare) {
        if (compare != Comparison.PREVIOUS_SPRINTS && !place.member("sprints").isAbsent()) {
            place.member("sprints")
                    .fault(FaultCodes.INVALID_VALUE, "`sprints` goes with `compare`: `previous_sprints` only.");
        }
        if (place.member("compare").isAbsent() || compare == Comparison.PREVIOUS_SPRINTS) {
            return;
        }
        for (String bound : List.of("from", "to")) {
            if (place.member(bound).isAbsent()) {
                place.member(bound).fault(FaultCodes.MISSING, "A comparison needs both `from` and `to`.");
            }
        }
    }

    private static <T> T optional(Place place, Function<Place, Optional<T>> reading) {
        return place.isAbsent() ? null : reading.apply(place).orElse(null);
    }
}
