package io.plumbline.spec.read;

import io.plumbline.spec.Chart;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** {@code {type, x, y, color}}, all optional; which types there are is the renderer's matter. */
final class ChartShape {
    private static final List<String> MEMBERS = List.of("type", "x", "y", "color");

    private ChartShape() {}

    static Optional<Chart> read(Place place, AnswerColumns columns) {
        return place.object(MEMBERS)
                .map(chart -> new Chart(
                        optional(chart.member("type"), Texts::name),
                        optional(chart.member("x"), columns::read),
                        optional(chart.member("y"), columns::read),
                        optional(chart.member("color"), columns::read)));
    }

    private static String optional(Place place, Function<Place, Optional<String>> reading) {
        return place.isAbsent() ? null : reading.apply(place).orElse(null);
    }
}
