package io.plumbline.spec.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.plumbline.spec.Aggregation;
import io.plumbline.spec.Measure;
import io.plumbline.spec.SpecLimits;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code {name, agg, as, params}}. */
final class MeasureShape {
    private static final List<String> MEMBERS = List.of("name", "agg", "as", "params");
    private static final List<String> AGGREGATIONS = Texts.wireNames(Aggregation.values(), Aggregation::wireName);
    /** Endings of the columns that the answer makes itself. */
    static final List<String> RESERVED_ENDINGS = List.of("__previous", "__delta", "__delta_pct", "__parts");

    private MeasureShape() {}

    static Optional<Measure> read(Place place) {
        return place.object(MEMBERS).flatMap(MeasureShape::members);
    }

    private static Optional<Measure> members(Place place) {
        Optional<String> name =
                place.member("name").isAbsent() ? place.member("name").missing() : Texts.metric(place.member("name"));
        Aggregation agg = present(place.member("agg"))
                .flatMap(member -> Texts.oneOf(member, AGGREGATIONS))
                .flatMap(Aggregation::find)
                .orElse(null);
        String as = present(place.member("as")).flatMap(MeasureShape::column).orElse(null);
        Map<String, Object> params =
                present(place.member("params")).map(MeasureShape::parameters).orElse(null);
        return name.map(metric -> new Measure(metric, agg, as, params));
    }

    private static Optional<Place> present(Place member) {
        return member.isAbsent() ? Optional.empty() : Optional.of(member);
    }

    private static Optional<String> column(Place place) {
        return Texts.name(place).filter(name -> {
            boolean free = RESERVED_ENDINGS.stream().noneMatch(name::endsWith);
            if (!free) {
                place.fault(
                        FaultCodes.INVALID_NAME,
                        "A column's name can't end in %s: the answer uses these itself."
                                .formatted(String.join(", ", RESERVED_ENDINGS)));
            }
            return free;
        });
    }

    private static Map<String, Object> parameters(Place place) {
        JsonNode object = place.value();
        if (!object.isObject()) {
            place.wrongType("an object of whole numbers");
            return Map.of();
        }
        if (object.size() > SpecLimits.PARAMETERS) {
            place.fault(FaultCodes.TOO_MANY, "At most %d parameters are allowed.".formatted(SpecLimits.PARAMETERS));
            return Map.of();
        }
        Map<String, Object> parameters = new LinkedHashMap<>();
        object.fieldNames()
                .forEachRemaining(
                        name -> parameter(place.member(name), name).ifPresent(value -> parameters.put(name, value)));
        return parameters;
    }

    private static Optional<Integer> parameter(Place place, String name) {
        Place key = new Place(TextNode.valueOf(name), place.pointer(), place.faults());
        if (Texts.name(key).isEmpty()) {
            return Optional.empty();
        }
        return place.wholeNumber()
                .filter(_ -> {
                    boolean small = place.value().canConvertToInt();
                    if (!small) {
                        place.fault(FaultCodes.OUT_OF_RANGE, "The number is too large.");
                    }
                    return small;
                })
                .map(number -> number.intValueExact());
    }
}
