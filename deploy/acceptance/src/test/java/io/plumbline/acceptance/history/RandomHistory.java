package io.plumbline.acceptance.history;

import java.util.ArrayList;
import java.util.List;

/** Small trackers full of nasty cases, the same for the same seed; a tenant has one or two of them. */
public final class RandomHistory {
    private static final List<RawPerson> PEOPLE =
            List.of(new RawPerson("u1", "Ana"), new RawPerson("u2", "Ben"), new RawPerson("u3", "Chloe"));
    private static final List<RawProject> PROJECTS =
            List.of(RawProject.PAY, RawProject.WEB, new RawProject("300", "OPS", "Operations"));

    /** Statuses that the tracker does not list: known from issues that are in them, or by name. */
    private static final List<RawStatus> UNLISTED = List.of(
            new RawStatus("20", "Backlog", "new", false),
            new RawStatus("21", "Waiting", "indeterminate", false),
            new RawStatus("22", "Released", "done", false));

    private final Chance chance;

    private RandomHistory(long seed) {
        this.chance = new Chance(seed);
    }

    /** The trackers of one tenant. */
    public static List<RawTracker> of(long seed) {
        return new RandomHistory(seed).trackers();
    }

    private List<RawTracker> trackers() {
        List<RawTracker> trackers = new ArrayList<>();
        trackers.add(tracker("main"));
        if (chance.of(0.25)) {
            trackers.add(tracker("second"));
        }
        return trackers;
    }

    private RawTracker tracker(String instance) {
        Instants instants = new Instants(chance);
        List<RawSprint> sprints = new RandomSprints(chance, instants).make();
        List<RawStatus> statuses = new ArrayList<>(List.of(
                RawStatus.TO_DO,
                RawStatus.IN_PROGRESS,
                RawStatus.IN_PROGRESS,
                RawStatus.REVIEW,
                RawStatus.BLOCKED,
                RawStatus.DONE,
                RawStatus.DONE,
                RawStatus.CLOSED));
        statuses.addAll(UNLISTED);
        RandomWorld world = new RandomWorld(instants, sprints, statuses, PEOPLE, PROJECTS);
        RawTracker tracker = new RawTracker(instance).with(sprints.toArray(RawSprint[]::new));
        PEOPLE.forEach(tracker::with);
        PROJECTS.forEach(tracker::with);
        UNLISTED.forEach(tracker::with);
        int count = chance.between(0, 40);
        for (int i = 0; i < count; i++) {
            tracker.with(new RandomIssue(97 + i, chance, world).make());
        }
        int spilling = chance.between(0, 12);
        for (int i = 0; i < spilling; i++) {
            tracker.with(new RandomSpill(97 + count + i, chance, world).make());
        }
        return tracker;
    }
}
