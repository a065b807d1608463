package io.plumbline.acceptance.oracle.record;

import io.plumbline.acceptance.oracle.model.Membership;
import io.plumbline.acceptance.oracle.model.Span;
import io.plumbline.acceptance.oracle.model.Timeline;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Turns the history of an issue's whole sprint list into its stays in each sprint: the set differences. */
final class Memberships {
    private Memberships() {}

    static List<Membership> of(Timeline<Set<String>> sprints) {
        List<Membership> stays = new ArrayList<>();
        Map<String, Instant> open = new LinkedHashMap<>();
        for (Span<Set<String>> span : sprints.spans()) {
            for (String id : List.copyOf(open.keySet())) {
                if (!span.value().contains(id)) {
                    stays.add(new Membership(id, open.remove(id), span.from()));
                }
            }
            for (String id : span.value()) {
                open.putIfAbsent(id, span.from());
            }
        }
        Instant end = sprints.last().to();
        open.forEach((id, added) -> stays.add(new Membership(id, added, end)));
        stays.removeIf(Membership::isEmpty);
        return stays;
    }
}
