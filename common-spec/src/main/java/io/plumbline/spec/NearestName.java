package io.plumbline.spec;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** The known name that someone most likely meant. Case, spaces and hyphens do not count. */
public final class NearestName {
    /** Longer texts are no misspelt names, and comparing them costs. */
    private static final int LONGEST = 80;

    private static final int SHORTEST_PART = 3;

    private NearestName() {}

    /** The nearest of the names, the alphabetically first of several; empty where none is near. */
    public static Optional<String> find(String given, Collection<String> names) {
        if (given == null || given.isBlank() || given.length() > LONGEST) {
            return Optional.empty();
        }
        String wanted = folded(given);
        return names.stream()
                .map(name -> new Candidate(name, distance(wanted, folded(name))))
                .filter(candidate -> candidate.distance() >= 0)
                .min(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
                .map(Candidate::name);
    }

    /** Edits between the two; -1 where they are too many for a slip of the pen. */
    private static int distance(String wanted, String name) {
        int longer = Math.max(wanted.length(), name.length());
        int tolerated = Math.max(1, longer / 3);
        int edits = new LevenshteinDistance(longer).apply(wanted, name);
        boolean part = wanted.length() >= SHORTEST_PART && (name.contains(wanted) || wanted.contains(name));
        return edits <= tolerated || part ? edits : -1;
    }

    private static String folded(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
    }

    private record Candidate(String name, int distance) {}
}
