package io.plumbline.acceptance.oracle.model;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * An issue with the history of the fields that metrics read.
 *
 * @param estimates values are null where not estimated
 * @param assignees values are null where nobody is assigned
 * @param deleted null for an issue that still exists
 * @param partial whether the tracker gave no history
 */
public record Issue(
        String instance,
        String id,
        String key,
        Project project,
        String type,
        boolean subtask,
        String priority,
        String reporterId,
        List<String> labels,
        List<String> components,
        Instant created,
        Instant deleted,
        boolean partial,
        Timeline<String> statuses,
        Timeline<String> assignees,
        Timeline<Double> estimates,
        Timeline<Boolean> flags,
        Timeline<Set<String>> sprints,
        List<Membership> memberships) {

    /** By the default mapping. */
    public boolean isBug() {
        return type.equalsIgnoreCase("Bug");
    }

    /** By the default mapping: a bug that carries one of the labels of production. */
    public boolean isEscaped() {
        return isBug()
                && labels.stream().anyMatch(l -> l.equalsIgnoreCase("production") || l.equalsIgnoreCase("escaped"));
    }

    /** The issue at an instant since its creation. Type, priority, labels, components and project have no history. */
    public Issue asOf(Instant t) {
        return new Issue(
                instance,
                id,
                key,
                project,
                type,
                subtask,
                priority,
                reporterId,
                labels,
                components,
                created,
                deleted == null || deleted.isAfter(t) ? null : deleted,
                partial,
                statuses.asOf(t),
                assignees.asOf(t),
                estimates.asOf(t),
                flags.asOf(t),
                sprints.asOf(t),
                memberships.stream()
                        .filter(m -> !m.added().isAfter(t))
                        .map(m -> m.asOf(t))
                        .toList());
    }
}
