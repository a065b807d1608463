package io.plumbline.spec.read;

import io.plumbline.spec.Granularity;
import io.plumbline.spec.SpecLimits;
import io.plumbline.spec.Window;
import java.util.List;
import java.util.Optional;

/** {@code {type: rolling, periods}}, {@code {type: to_date, granularity}} or {@code {type: cumulative}}. */
final class WindowShape {
    private static final List<String> TYPES = List.of("rolling", "to_date", "cumulative");
    private static final List<String> LONGER = List.of("week", "month", "quarter", "year");

    private WindowShape() {}

    static Optional<Window> read(Place place) {
        if (!place.value().isObject()) {
            return place.wrongType("an object, for example {\"type\": \"rolling\", \"periods\": 3}");
        }
        Place type = place.member("type");
        Optional<String> name = type.isAbsent() ? type.missing() : Texts.oneOf(type, TYPES);
        return name.flatMap(known -> switch (known) {
            case "rolling" -> place.object(List.of("type", "periods")).flatMap(WindowShape::rolling);
            case "to_date" -> place.object(List.of("type", "granularity")).flatMap(WindowShape::toDate);
            default -> place.object(List.of("type")).map(_ -> new Window.Cumulative());
        });
    }

    private static Optional<Window> rolling(Place place) {
        return place.member("periods")
                .neededNumber(2, SpecLimits.WINDOW_PERIODS)
                .map(Window.Rolling::new);
    }

    private static Optional<Window> toDate(Place place) {
        Place granularity = place.member("granularity");
        return granularity.isAbsent()
                ? granularity.missing()
                : Texts.oneOf(granularity, LONGER).flatMap(Granularity::find).map(Window.ToDate::new);
    }
}
