package io.plumbline.acceptance.oracle.metric;

import io.plumbline.acceptance.oracle.model.Issue;
import io.plumbline.acceptance.oracle.model.Project;
import io.plumbline.acceptance.oracle.model.Sprint;
import io.plumbline.acceptance.oracle.model.Tracker;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The closed sprints of all trackers, each with its issues. */
final class Sprints {
    private final List<Tracker> trackers;
    private List<Part> whole;
    private List<Part> byProject;

    Sprints(List<Tracker> trackers) {
        this.trackers = trackers;
    }

    /** One sprint or one project's part of it. */
    record Part(SprintSubject subject, SprintNumbers numbers) {}

    /** Whole sprints; a sprint without issues is one too. */
    List<Part> whole() {
        if (whole == null) {
            whole = findWhole();
        }
        return whole;
    }

    /** Sprints split by the present project of their issues. */
    List<Part> byProject() {
        if (byProject == null) {
            byProject = findByProject();
        }
        return byProject;
    }

    private List<Part> findWhole() {
        List<Part> parts = new ArrayList<>();
        for (Tracker tracker : trackers) {
            for (Sprint sprint : tracker.sprints().values()) {
                if (sprint.isCounted()) {
                    parts.add(new Part(new SprintSubject(sprint, null), new SprintNumbers(stories(sprint, tracker))));
                }
            }
        }
        return parts;
    }

    private List<Part> findByProject() {
        List<Part> parts = new ArrayList<>();
        for (Tracker tracker : trackers) {
            for (Sprint sprint : tracker.sprints().values()) {
                if (sprint.isCounted()) {
                    Map<Project, List<SprintStory>> split = new LinkedHashMap<>();
                    for (SprintStory story : stories(sprint, tracker)) {
                        split.computeIfAbsent(story.issue().project(), p -> new ArrayList<>())
                                .add(story);
                    }
                    split.forEach((project, stories) ->
                            parts.add(new Part(new SprintSubject(sprint, project), new SprintNumbers(stories))));
                }
            }
        }
        return parts;
    }

    private static List<SprintStory> stories(Sprint sprint, Tracker tracker) {
        List<SprintStory> stories = new ArrayList<>();
        for (Issue issue : tracker.issues()) {
            SprintStory story = new SprintStory(issue, sprint, tracker);
            if (story.belongs()) {
                stories.add(story);
            }
        }
        return stories;
    }
}
