package io.plumbline.acceptance.oracle.metric;

import io.plumbline.acceptance.oracle.model.Issue;
import io.plumbline.acceptance.oracle.model.Project;
import io.plumbline.acceptance.oracle.model.Sprint;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A closed sprint with the projects that take part in it. */
public record SprintPlace(Sprint sprint, Set<Project> projects) {
    /** Whether the issue's project takes part. */
    boolean takesIn(Issue issue) {
        return issue.instance().equals(sprint.instance()) && projects.contains(issue.project());
    }

    Stretch stretch() {
        return new Stretch(sprint.start(), sprint.end());
    }

    boolean is(Sprint other) {
        return sprint.instance().equals(other.instance()) && sprint.id().equals(other.id());
    }

    /** The ends of its days; the last one is the sprint's own. */
    List<Instant> dayEnds(ZoneId zone) {
        List<Instant> ends = new ArrayList<>();
        for (LocalDate day = sprint.start().atZone(zone).toLocalDate();
                day.atStartOfDay(zone).toInstant().isBefore(sprint.end());
                day = day.plusDays(1)) {
            ends.add(BlockedHours.earlier(
                    sprint.end(), day.plusDays(1).atStartOfDay(zone).toInstant()));
        }
        return sprint.start().isBefore(sprint.end()) ? ends : List.of();
    }
}
