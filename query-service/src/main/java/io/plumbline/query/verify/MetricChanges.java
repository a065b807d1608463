package io.plumbline.query.verify;

import io.plumbline.query.verify.Verification.MetricChange;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which definitions are not those that an answer was made by.
 *
 * @param before fingerprints by {@code name@version}
 * @param after the same now
 */
record MetricChanges(Map<String, String> before, Map<String, String> after) {

    List<MetricChange> all() {
        return Stream.concat(before.keySet().stream(), after.keySet().stream())
                .map(MetricChanges::name)
                .distinct()
                .sorted()
                .flatMap(name -> change(name).stream())
                .toList();
    }

    private Optional<MetricChange> change(String name) {
        String old = versions(name, before);
        String now = versions(name, after);
        boolean redefined = before.keySet().stream()
                .filter(id -> name(id).equals(name) && after.containsKey(id))
                .anyMatch(id -> !before.get(id).equals(after.get(id)));
        return Objects.equals(old, now) && !redefined
                ? Optional.empty()
                : Optional.of(new MetricChange(name, old, now, redefined));
    }

    /** Null where there is none; an answer may use two versions of one metric. */
    private static String versions(String name, Map<String, String> fingerprints) {
        String versions = fingerprints.keySet().stream()
                .filter(id -> name(id).equals(name))
                .map(id -> id.substring(id.lastIndexOf('@') + 1))
                .sorted()
                .collect(Collectors.joining(", "));
        return versions.isEmpty() ? null : versions;
    }

    private static String name(String id) {
        return id.substring(0, id.lastIndexOf('@'));
    }
}
