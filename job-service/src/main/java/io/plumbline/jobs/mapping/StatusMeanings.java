package io.plumbline.jobs.mapping;

import io.plumbline.jobs.tracker.Category;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What statuses mean: the mapping first, then the tracker's category, then well-known names, else in progress. */
public final class StatusMeanings {
    private static final Set<String> TODO = Set.of("open", "to do", "backlog", "reopened");
    private static final Set<String> DONE = Set.of("done", "closed", "resolved", "released");

    private final Set<String> blocked;
    private final Set<String> todo;
    private final Set<String> inProgress;
    private final Set<String> done;

    public StatusMeanings(FieldMapping mapping) {
        FieldMapping complete = mapping.withDefaults();
        this.blocked = plain(complete.blockedStatuses());
        this.todo = plain(complete.todoStatuses());
        this.inProgress = plain(complete.inProgressStatuses());
        this.done = plain(complete.doneStatuses());
    }

    /** @param tracker the tracker's own category; null where it gives none */
    public Category category(String id, String name, Category tracker) {
        if (names(todo, id, name)) {
            return Category.TODO;
        }
        if (names(inProgress, id, name)) {
            return Category.IN_PROGRESS;
        }
        if (names(done, id, name)) {
            return Category.DONE;
        }
        return tracker != null ? tracker : wellKnown(plain(name));
    }

    public boolean isBlocked(String id, String name) {
        return names(blocked, id, name);
    }

    private static Category wellKnown(String name) {
        if (TODO.contains(name)) {
            return Category.TODO;
        }
        return DONE.contains(name) ? Category.DONE : Category.IN_PROGRESS;
    }

    private static boolean names(Set<String> statuses, String id, String name) {
        return statuses.contains(plain(id)) || statuses.contains(plain(name));
    }

    private static Set<String> plain(List<String> names) {
        return names.stream().map(StatusMeanings::plain).collect(Collectors.toUnmodifiableSet());
    }

    private static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
