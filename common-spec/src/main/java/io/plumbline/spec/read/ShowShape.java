package io.plumbline.spec.read;

import io.plumbline.spec.Show;
import io.plumbline.spec.Sort;
import io.plumbline.spec.SpecLimits;
import java.util.List;
import java.util.Optional;

/** {@code {type, within, dir}}: a share or a place in the column. */
final class ShowShape {
    private static final List<String> MEMBERS = List.of("type", "within", "dir");
    private static final List<String> TYPES = Texts.wireNames(Show.Type.values(), Show.Type::wireName);

    private ShowShape() {}

    static Optional<Show> read(Place place) {
        return place.object(MEMBERS).flatMap(ShowShape::members);
    }

    private static Optional<Show> members(Place place) {
        Place type = place.member("type");
        Optional<Show.Type> known =
                type.isAbsent() ? type.missing() : Texts.oneOf(type, TYPES).flatMap(Show.Type::find);
        List<String> within = place.member("within").distinctItems(SpecLimits.DIMENSIONS, Texts::name);
        Place dir = place.member("dir");
        Sort.Direction direction =
                dir.isAbsent() ? null : SortShape.direction(dir).orElse(null);
        if (!dir.isAbsent() && known.filter(Show.Type.RANK::equals).isEmpty()) {
            dir.fault(FaultCodes.INVALID_VALUE, "Only a `rank` has a direction.");
        }
        return known.map(show -> new Show(show, within, direction));
    }
}
