package io.plumbline.acceptance.oracle.metric;

import io.plumbline.acceptance.oracle.model.Project;
import io.plumbline.acceptance.oracle.model.Sprint;
import io.plumbline.acceptance.oracle.query.Ask;
import io.plumbline.acceptance.oracle.query.Query;
import io.plumbline.acceptance.oracle.query.Tree;
import io.plumbline.acceptance.oracle.query.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The closed sprints that a query's filters on sprints and projects let through, in the order of their ends. */
public final class SprintAxis {
    private static final Comparator<SprintPlace> ORDER = Comparator.<SprintPlace, Instant>comparing(
                    p -> p.sprint().end())
            .thenComparing(p -> p.sprint().instance())
            .thenComparing(p -> p.sprint().id());

    private final Query query;
    private final List<SprintPlace> places = new ArrayList<>();

    SprintAxis(Query query, Sprints sprints) {
        this.query = query;
        for (Sprints.Part whole : sprints.whole()) {
            Sprint sprint = whole.subject().sprint();
            if (sprint.start() != null) {
                Set<Project> projects = new HashSet<>();
                for (Sprints.Part part : sprints.byProject()) {
                    if (part.subject().sprint().equals(sprint)) {
                        projects.add(part.subject().project());
                    }
                }
                SprintPlace place = new SprintPlace(sprint, projects);
                if (isPicked(place)) {
                    places.add(place);
                }
            }
        }
        places.sort(ORDER);
    }

    private boolean isPicked(SprintPlace place) {
        List<Tree> ofSprints = query.filters().stream()
                .filter(f -> f.fields().allMatch(SprintAxis::isOfSprints))
                .toList();
        boolean byProject = ofSprints.stream().flatMap(Tree::fields).anyMatch(f -> f.startsWith("project_"));
        List<SprintSubject> subjects = byProject
                ? place.projects().stream()
                        .map(p -> new SprintSubject(place.sprint(), p))
                        .toList()
                : List.of(new SprintSubject(place.sprint(), null));
        return subjects.stream().anyMatch(s -> ofSprints.stream().allMatch(f -> f.accepts(s::values)));
    }

    private static boolean isOfSprints(String field) {
        return InSprint.OWN.contains(field) || field.startsWith("project_");
    }

    /** Whether a dimension is a sprint's own. */
    public static boolean isOwn(String field) {
        return InSprint.OWN.contains(field);
    }

    /** The sprints of the range. */
    public List<SprintPlace> shown() {
        return places.stream()
                .filter(p -> query.range().holds(p.sprint().end()))
                .toList();
    }

    /** The sprints of the same board up to a sprint, itself last; alone where it has no board. */
    public List<SprintPlace> board(SprintPlace place) {
        if (place.sprint().boardId() == null) {
            return List.of(place);
        }
        return places.stream()
                .filter(p -> p.sprint().instance().equals(place.sprint().instance()))
                .filter(p -> place.sprint().boardId().equals(p.sprint().boardId()))
                .filter(p -> ORDER.compare(p, place) <= 0)
                .toList();
    }

    /** A sprint with the window that a measure asks for. */
    public Slot.OfSprint slot(SprintPlace place, Ask ask) {
        List<SprintPlace> board = board(place);
        return switch (ask.window()) {
            case Window.Rolling rolling ->
                new Slot.OfSprint(place, board.subList(Math.max(0, board.size() - rolling.periods()), board.size()));
            case Window.Cumulative _ ->
                new Slot.OfSprint(
                        place, board.stream().filter(p -> isSince(p, place)).toList());
            case Window.ToDate _ -> throw new IllegalArgumentException("no calendar");
            case null -> new Slot.OfSprint(place, List.of(place));
        };
    }

    private boolean isSince(SprintPlace member, SprintPlace place) {
        return member.equals(place)
                || query.range().from() == null
                || !member.sprint().end().isBefore(query.range().start());
    }
}
