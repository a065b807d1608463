package io.plumbline.spec.read;

import io.plumbline.spec.Dimension;
import io.plumbline.spec.Granularity;
import java.util.List;
import java.util.Optional;

/** A bare name, or {@code {field, granularity}}. */
final class DimensionShape {
    private static final List<String> MEMBERS = List.of("field", "granularity");
    static final List<String> GRANULARITIES = Texts.wireNames(Granularity.values(), Granularity::wireName);

    private DimensionShape() {}

    static Optional<Dimension> read(Place place) {
        if (place.value().isTextual()) {
            return Texts.name(place).map(Dimension::of);
        }
        if (!place.value().isObject()) {
            return place.wrongType("a name or {\"field\", \"granularity\"}");
        }
        return place.object(MEMBERS).flatMap(DimensionShape::members);
    }

    private static Optional<Dimension> members(Place place) {
        Place field = place.member("field");
        Optional<String> name = field.isAbsent() ? field.missing() : Texts.name(field);
        Place granularity = place.member("granularity");
        Granularity period =
                granularity.isAbsent() ? null : granularity(granularity).orElse(null);
        return name.map(text -> new Dimension(text, period));
    }

    static Optional<Granularity> granularity(Place place) {
        return Texts.oneOf(place, GRANULARITIES).flatMap(Granularity::find);
    }
}
