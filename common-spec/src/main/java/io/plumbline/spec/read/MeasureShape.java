package io.plumbline.spec.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.plumbline.spec.Aggregation;
import io.plumbline.spec.Measure;
import io.plumbline.spec.Rollup;
import io.plumbline.spec.Show;
import io.plumbline.spec.SpecLimits;
import io.plumbline.spec.Window;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code {name, agg, as, params, window, per, show, n, min_n}}. */
final class MeasureShape {
    private static final List<String> MEMBERS =
            List.of("name", "agg", "as", "params", "window", "per", "show", "n", "min_n");
    private static final List<String> AGGREGATIONS = Texts.wireNames(Aggregation.values(), Aggregation::wireName);
    /** Endings of the columns that the answer makes itself. */
    static final List<String> RESERVED_ENDINGS = List.of("__previous", "__delta", "__delta_pct", "__parts", "__n");

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
        Window window =
                present(place.member("window")).flatMap(WindowShape::read).orElse(null);
        Rollup per = present(place.member("per")).flatMap(RollupShape::read).orElse(null);
        Show show = present(place.member("show")).flatMap(ShowShape::read).orElse(null);
        Boolean n = present(place.member("n")).flatMap(MeasureShape::flag).orElse(null);
        Integer minN = present(place.member("min_n"))
                .flatMap(member -> member.neededNumber(1, SpecLimits.MIN_N))
                .orElse(null);
        if (window != null && per != null) {
            place.fault(FaultCodes.INVALID_VALUE, "A measure has `window` or `per`, not both.");
        }
        return name.map(metric -> new Measure(metric, agg, as, params, window, per, show, n, minN));
    }

    private static Optional<Boolean> flag(Place place) {
        return place.value().isBoolean() ? Optional.of(place.value().booleanValue()) : place.wrongType("true or false");
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
