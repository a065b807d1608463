package io.plumbline.local.demo;

import java.util.List;
import java.util.stream.Collectors;

/** Changelog items as the tracker writes them. */
final class Items {
    private Items() {}

    static Change.Item status(State from, State to) {
        return new Change.Item("status", "status", from.id(), from.label(), to.id(), to.label());
    }

    /** The whole old and new list, ids and names, joined by commas. */
    static Change.Item sprints(List<Iteration> from, List<Iteration> to) {
        return new Change.Item("Sprint", Fields.SPRINT, ids(from), names(from), ids(to), names(to));
    }

    /** Numbers stand in the texts; the ids are null. */
    static Change.Item points(Integer from, Integer to) {
        return new Change.Item("Story point estimate", Fields.POINTS, null, text(from), null, text(to));
    }

    static Change.Item assignee(Person from, Person to) {
        return new Change.Item("assignee", "assignee", id(from), name(from), id(to), name(to));
    }

    static Change.Item flagged(boolean now) {
        return now
                ? new Change.Item("Flagged", Fields.FLAGGED, "", "", "[10019]", "Impediment")
                : new Change.Item("Flagged", Fields.FLAGGED, "[10019]", "Impediment", "", "");
    }

    private static String ids(List<Iteration> sprints) {
        return sprints.stream().map(s -> Integer.toString(s.id())).collect(Collectors.joining(", "));
    }

    private static String names(List<Iteration> sprints) {
        return sprints.stream().map(Iteration::name).collect(Collectors.joining(", "));
    }

    private static String text(Integer points) {
        return points == null ? null : points.toString();
    }

    private static String id(Person person) {
        return person == null ? null : person.accountId();
    }

    private static String name(Person person) {
        return person == null ? null : person.displayName();
    }
}
