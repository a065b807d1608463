package io.plumbline.acceptance.oracle.metric;

import io.plumbline.acceptance.oracle.model.Issue;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;

/** An instant at which states are read, and of which issues. */
record SnapshotInstant(Instant at, Predicate<Issue> of) {
    /** The end of a sprint; or the day ends of the sprints of its window, each of the projects that take part in them. */
    static List<SnapshotInstant> of(Slot.OfSprint slot, boolean last, ZoneId zone) {
        if (last) {
            return List.of(new SnapshotInstant(slot.sprint().sprint().end(), slot.sprint()::takesIn));
        }
        TreeMap<Instant, List<SprintPlace>> ends = new TreeMap<>();
        for (SprintPlace member : slot.members()) {
            if (!member.projects().isEmpty()) {
                member.dayEnds(zone)
                        .forEach(end -> ends.computeIfAbsent(end, e -> new ArrayList<>())
                                .add(member));
            }
        }
        List<SnapshotInstant> instants = new ArrayList<>();
        ends.forEach((end, members) ->
                instants.add(new SnapshotInstant(end, i -> members.stream().anyMatch(m -> m.takesIn(i)))));
        return instants;
    }
}
