package io.plumbline.jobs.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Turns the intervals of the sprint field, each with the whole list of sprints, into one stretch per sprint and stay. */
public final class Memberships {
    private final Map<String, Instant> open = new HashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private final List<Membership> ended = new ArrayList<>();

    private Memberships() {}

    /** Stays in the order of their end; those that last come last, by sprint. */
    public static List<Membership> of(List<Interval<Set<String>>> intervals) {
        var memberships = new Memberships();
        for (Interval<Set<String>> interval : intervals) {
            memberships.enter(interval);
        }
        memberships.open.keySet().stream().sorted().toList().forEach(sprint -> memberships.end(sprint, null));
        return memberships.ended;
    }

    private void enter(Interval<Set<String>> interval) {
        Set<String> present = interval.value();
        List<String> left = open.keySet().stream()
                .filter(id -> !present.contains(id))
                .sorted()
                .toList();
        left.forEach(sprint -> end(sprint, interval.from()));
        present.forEach(sprint -> open.putIfAbsent(sprint, interval.from()));
    }

    private void end(String sprint, Instant at) {
        int seq = counts.merge(sprint, 1, Integer::sum) - 1;
        ended.add(new Membership(sprint, seq, open.remove(sprint), at));
    }
}
