package io.plumbline.load.chaos;

import io.plumbline.load.chaos.Looker.Lease;
import io.plumbline.load.chaos.check.Change;
import io.plumbline.load.chaos.check.JobKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How long jobs of dead or stopped workers were nobody's, by the database's clock.
 *
 * @param count how many leases ran out
 * @param given seconds from the end of each lease until the job was given up, sorted
 * @param claimed seconds from the end of each lease until another worker had the job, sorted
 */
record Takeovers(int count, List<Double> given, List<Double> claimed) {
    private static final Set<String> CAUSES = Set.of("lease_expired", "worker_lost");
    private static final double MILLIS = 1e3;

    static Takeovers of(List<Change> changes, Map<Lease, Instant> leases) {
        Map<JobKey, List<Change>> byJob = changes.stream()
                .sorted(Comparator.comparingInt(Change::seq))
                .collect(Collectors.groupingBy(Change::job));
        int count = 0;
        List<Double> given = new ArrayList<>();
        List<Double> claimed = new ArrayList<>();
        for (List<Change> own : byJob.values()) {
            for (int i = 0; i < own.size(); i++) {
                Change change = own.get(i);
                if (!CAUSES.contains(change.cause())) {
                    continue;
                }
                count++;
                // The fence rises when the lease ends.
                Instant until = leases.get(new Lease(change.job(), change.fence() - 1));
                if (until != null) {
                    given.add(seconds(until, change.at()));
                    if (i + 1 < own.size() && own.get(i + 1).to().equals("running")) {
                        claimed.add(seconds(until, own.get(i + 1).at()));
                    }
                }
            }
        }
        return new Takeovers(count, sorted(given), sorted(claimed));
    }

    /** p50, p99 and the longest of sorted times. */
    static String tell(List<Double> times) {
        return times.isEmpty()
                ? "none"
                : "p50 %.2f s, p99 %.2f s, max %.2f s".formatted(at(times, 50), at(times, 99), times.getLast());
    }

    private static double at(List<Double> times, int percent) {
        return times.get((int) Math.ceil(times.size() * percent / 100.0) - 1);
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / MILLIS;
    }

    private static List<Double> sorted(List<Double> times) {
        return times.stream().sorted().toList();
    }
}
