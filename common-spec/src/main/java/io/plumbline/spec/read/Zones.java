package io.plumbline.spec.read;

import io.plumbline.spec.NearestName;
import io.plumbline.spec.problem.FieldError;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Time zones by their IANA names. Offsets are refused: they have no summer time, and databases read their sign both ways. */
final class Zones {
    private static final Set<String> KNOWN = Set.copyOf(ZoneId.getAvailableZoneIds());
    /** Names without case, and cities alone, to the zone's name. */
    private static final Map<String, String> BY_HINT = byHint();

    private Zones() {}

    static Optional<ZoneId> read(Place place) {
        return place.text().flatMap(name -> {
            if (KNOWN.contains(name)) {
                return Optional.of(ZoneId.of(name));
            }
            String suggestion =
                    NearestName.find(name, BY_HINT.keySet()).map(BY_HINT::get).orElse(null);
            String hint = suggestion == null ? "" : " Did you mean `%s`?".formatted(suggestion);
            place.faults()
                    .add(new FieldError(
                            place.pointer(),
                            FaultCodes.UNKNOWN_VALUE,
                            "A time zone is an IANA name such as `UTC` or `Europe/Prague`." + hint,
                            List.of(),
                            suggestion));
            return Optional.empty();
        });
    }

    private static Map<String, String> byHint() {
        Map<String, String> hints = new TreeMap<>();
        KNOWN.stream().sorted().forEach(name -> {
            String folded = name.toLowerCase(Locale.ROOT);
            hints.putIfAbsent(folded.substring(folded.lastIndexOf('/') + 1), name);
            hints.put(folded, name);
        });
        return hints;
    }
}
