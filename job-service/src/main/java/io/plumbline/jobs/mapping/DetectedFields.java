package io.plumbline.jobs.mapping;

import io.plumbline.jobs.tracker.HistoryItem;
import io.plumbline.jobs.tracker.IssueRecord;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What the names of fields in an instance's records tell of their ids. It only grows, whatever the order of records. */
public final class DetectedFields {
    /** Jira Cloud gives the estimate of its own project type this id nearly always. */
    private static final String USUAL_ESTIMATE = "customfield_10016";

    private static final List<String> FREQUENT_ESTIMATES =
            List.of("customfield_10026", "customfield_10004", "customfield_10002", "customfield_10024");
    private static final String USUAL_FLAG = "customfield_10021";
    private static final Set<String> USUAL = Set.of(
            USUAL_ESTIMATE,
            USUAL_FLAG,
            "customfield_10026",
            "customfield_10004",
            "customfield_10002",
            "customfield_10024");

    private final SortedMap<String, Role> roles = new TreeMap<>();

    public DetectedFields() {}

    public DetectedFields(Map<String, Role> known) {
        roles.putAll(known);
    }

    /** Field id → what it is for. */
    public Map<String, Role> roles() {
        return Collections.unmodifiableSortedMap(roles);
    }

    /** Learns from one issue; true where something was new. */
    public boolean learn(IssueRecord issue) {
        boolean news = false;
        for (Map.Entry<String, String> name : issue.names().entrySet()) {
            news |= learn(name.getKey(), name.getValue());
        }
        for (HistoryItem item : issue.history()) {
            if (item.fieldId() != null && item.field() != null && item.fieldId().startsWith("customfield_")) {
                news |= learn(item.fieldId(), item.field());
            }
        }
        return news;
    }

    /** Whether a custom field's name tells anything that is not known without it. */
    public static boolean isTelling(String id, String name) {
        return id.startsWith("customfield_") && (Role.ofName(name) != Role.OTHER || USUAL.contains(id));
    }

    private boolean learn(String id, String name) {
        Role role = Role.ofName(name);
        if (role == Role.OTHER && !USUAL.contains(id)) {
            return false;
        }
        Role known = roles.get(id);
        // A field that was renamed keeps what it was known for first by preference, not by order of arrival.
        if (known != null && known.compareTo(role) <= 0) {
            return false;
        }
        roles.put(id, role);
        return true;
    }

    /** Fields that may hold the estimate, the best first. */
    List<String> estimates() {
        List<String> named = Stream.concat(of(Role.STORY_POINTS), of(Role.STORY_POINT_ESTIMATE))
                .toList();
        Stream<String> guessed = named.isEmpty()
                ? Stream.concat(Stream.of(USUAL_ESTIMATE), FREQUENT_ESTIMATES.stream())
                : Stream.of(USUAL_ESTIMATE);
        return Stream.concat(named.stream(), guessed.filter(id -> !roles.containsKey(id)))
                .toList();
    }

    List<String> flags() {
        return Stream.concat(of(Role.FLAG), Stream.of(USUAL_FLAG).filter(id -> !roles.containsKey(id)))
                .toList();
    }

    private Stream<String> of(Role role) {
        return roles.entrySet().stream()
                .filter(entry -> entry.getValue() == role)
                .map(Map.Entry::getKey);
    }
}
