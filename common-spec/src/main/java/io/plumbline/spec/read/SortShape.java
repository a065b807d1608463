package io.plumbline.spec.read;

import io.plumbline.spec.Sort;
import io.plumbline.spec.SpecLimits;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code [{field, dir}]}; each column once. */
final class SortShape {
    private static final List<String> MEMBERS = List.of("field", "dir");
    private static final List<String> DIRECTIONS = Texts.wireNames(Sort.Direction.values(), Sort.Direction::wireName);

    private SortShape() {}

    static List<Sort> read(Place place, AnswerColumns columns) {
        List<Sort> keys = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Place item : place.items(SpecLimits.SORT_KEYS)) {
            item.object(MEMBERS).flatMap(key -> key(key, columns)).ifPresent(key -> {
                keys.add(key);
                if (!seen.add(key.field())) {
                    item.member("field")
                            .fault(
                                    FaultCodes.DUPLICATE,
                                    "`%s` is a sort key already; keep one.".formatted(key.field()));
                }
            });
        }
        return keys;
    }

    private static Optional<Sort> key(Place place, AnswerColumns columns) {
        Place field = place.member("field");
        Optional<String> name = field.isAbsent() ? field.missing() : columns.read(field);
        Place dir = place.member("dir");
        Sort.Direction direction = dir.isAbsent() ? null : direction(dir).orElse(null);
        return name.map(text -> new Sort(text, direction));
    }

    static Optional<Sort.Direction> direction(Place place) {
        return Texts.oneOf(place, DIRECTIONS).flatMap(Sort.Direction::find);
    }
}
