package io.plumbline.translator.translate;

import io.plumbline.spec.NearestName;
import io.plumbline.spec.problem.FieldError;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Time zones by their IANA names, as specs take them. */
final class Timezones {
    private static final Set<String> KNOWN = new TreeSet<>(ZoneId.getAvailableZoneIds());

    private Timezones() {}

    /** The zone of a name; null without one, and where the name is unknown, which becomes a fault. */
    static ZoneId read(String name, List<FieldError> faults) {
        if (name == null || KNOWN.contains(name)) {
            return name == null ? null : ZoneId.of(name);
        }
        var suggestion = NearestName.find(name, KNOWN).orElse(null);
        var hint = suggestion == null ? "" : " Did you mean `%s`?".formatted(suggestion);
        faults.add(new FieldError(
                "/timezone",
                "unknown_value",
                "A time zone is an IANA name such as `UTC` or `Europe/Prague`." + hint,
                List.of(),
                suggestion));
        return null;
    }
}
