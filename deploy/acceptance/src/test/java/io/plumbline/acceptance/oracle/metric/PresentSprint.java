package io.plumbline.acceptance.oracle.metric;

import io.plumbline.acceptance.oracle.model.Issue;
import io.plumbline.acceptance.oracle.model.Sprint;
import io.plumbline.acceptance.oracle.model.Tracker;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** The sprint an issue is in now: an active one before a future one before a closed one, then the latest to begin; or was in when deleted. */
record PresentSprint(Issue issue, Tracker tracker) {
    private static final List<String> STATES = List.of("closed", "future", "active");
    private static final Comparator<Sprint> ORDER = Comparator.<Sprint>comparingInt(s -> STATES.indexOf(s.state()))
            .thenComparing(PresentSprint::begin)
            .thenComparing(s -> Long.valueOf(s.id()));

    /** Null for none. */
    Sprint find() {
        return issue.sprints().last().value().stream()
                .map(tracker.sprints()::get)
                .filter(Objects::nonNull)
                .max(ORDER)
                .orElse(null);
    }

    private static Instant begin(Sprint sprint) {
        return sprint.start() == null ? Instant.MIN : sprint.start();
    }
}
