package io.plumbline.load.fill;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The statuses of one issue, in order; each holds until the next.
 *
 * <p>One in eight waits untouched; of the others nearly all end in done, some after having been done before. Work takes a
 * few days as a rule and weeks at times. What would happen after the present does not happen.
 */
record Life(List<Stretch> stretches) {
    /** A status and since when. */
    record Stretch(Status status, Instant from) {}

    static Life draw(SplittableRandom random, Instant created, Instant until, int averageTransitions) {
        List<Stretch> stretches = new ArrayList<>();
        stretches.add(new Stretch(Status.TO_DO, created));
        Instant at = created;
        for (Status status : path(random, averageTransitions)) {
            at = at.plusSeconds(60 + pause(random, averageTransitions));
            if (!at.isBefore(until)) {
                break;
            }
            stretches.add(new Stretch(status, at));
        }
        return new Life(List.copyOf(stretches));
    }

    Instant created() {
        return stretches.getFirst().from();
    }

    Status last() {
        return stretches.getLast().status();
    }

    /** When the stretch ended; null: it lasts. */
    Instant end(int index) {
        return index + 1 < stretches.size() ? stretches.get(index + 1).from() : null;
    }

    /** The first entry into work; null: there was none. */
    Instant started() {
        return stretches.size() > 1 ? stretches.get(1).from() : null;
    }

    /** The entry into done that still holds; null: it is not done. */
    Instant done() {
        return last() == Status.DONE ? stretches.getLast().from() : null;
    }

    boolean reopens(int index) {
        return index > 0 && stretches.get(index - 1).status() == Status.DONE;
    }

    /** The last change of the category at or before the stretch. */
    Instant categorySince(int index) {
        int since = index;
        while (since > 0 && category(since - 1).equals(category(index))) {
            since--;
        }
        return stretches.get(since).from();
    }

    double activeHours() {
        Duration active = Duration.ZERO;
        for (int i = 0; i + 1 < stretches.size(); i++) {
            if (category(i).equals(Status.IN_PROGRESS.category)) {
                active = active.plus(Duration.between(stretches.get(i).from(), end(i)));
            }
        }
        return active.toSeconds() / 3600.0;
    }

    private String category(int index) {
        return stretches.get(index).status().category;
    }

    private static List<Status> path(SplittableRandom random, int averageTransitions) {
        if (random.nextInt(8) == 0) {
            return List.of();
        }
        // So that the average is met although one in eight has its creation alone.
        int most = Math.max(2, 2 * averageTransitions * 8 / 7 - 4);
        List<Status> path = new ArrayList<>();
        int between = 1 + random.nextInt(most);
        for (int i = 0; i < between; i++) {
            path.add(i % 2 == 0 ? Status.IN_PROGRESS : Status.IN_REVIEW);
        }
        if (random.nextInt(40) > 0) {
            path.add(Status.DONE);
        }
        if (path.getLast() == Status.DONE && random.nextInt(12) == 0) {
            path.add(Status.IN_PROGRESS);
            path.add(Status.DONE);
        }
        return path;
    }

    private static long pause(SplittableRandom random, int averageTransitions) {
        double days = -Math.log(1 - random.nextDouble()) * 10 / averageTransitions;
        return (long) (days * Duration.ofDays(1).toSeconds());
    }
}
