package io.plumbline.acceptance.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Findings of several threads: one of each kind in full, and how many there were. */
final class Findings {
    private final Map<String, Finding> first = new TreeMap<>();
    private final Map<String, Integer> counts = new TreeMap<>();

    /** Whether this kind is new, and so worth shrinking. */
    synchronized boolean count(String kind) {
        return counts.merge(kind, 1, Integer::sum) == 1;
    }

    synchronized void keep(Finding finding) {
        first.put(finding.kind(), finding);
    }

    synchronized List<String> all() {
        List<String> all = new ArrayList<>();
        first.forEach((kind, finding) -> all.add(counts.get(kind) + " × " + finding));
        return all;
    }

    synchronized Map<String, Integer> counts() {
        return new TreeMap<>(counts);
    }
}
