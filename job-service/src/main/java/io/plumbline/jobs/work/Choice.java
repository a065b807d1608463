package io.plumbline.jobs.work;

import io.plumbline.spec.tenant.Tenant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Which job is next. High priority goes first, but one turn of four is low's. Of the tenants that wait, the one of which the
 * fewest jobs run goes first, then the oldest job; a tenant gets this process's last worker only where no other waits.
 */
final class Choice {
    private static final int LOW_TURN = 4;

    private final int mostOfOne;
    private int turn;

    /** @param workers of this process */
    Choice(int workers) {
        this.mostOfOne = Math.max(1, workers - 1);
    }

    /**
     * The next one.
     *
     * @param running how many jobs of each tenant run, anywhere
     * @param here how many of them run in this process
     */
    Optional<Candidate> next(List<Candidate> waiting, Map<Tenant, Integer> running, Map<Tenant, Integer> here) {
        List<Candidate> fair = waiting.stream()
                .filter(candidate ->
                        here.getOrDefault(candidate.tenant(), 0) < mostOfOne || isAlone(candidate.tenant(), waiting))
                .toList();
        if (fair.isEmpty()) {
            return Optional.empty();
        }
        boolean lowsTurn = turn % LOW_TURN == LOW_TURN - 1;
        turn++;
        Predicate<Candidate> preferred = candidate -> candidate.high() != lowsTurn;
        boolean some = fair.stream().anyMatch(preferred);
        return fair.stream()
                .filter(candidate -> !some || preferred.test(candidate))
                .min(Comparator.comparingInt((Candidate candidate) -> running.getOrDefault(candidate.tenant(), 0))
                        .thenComparing(Candidate::submittedAt)
                        .thenComparing(Candidate::job));
    }

    private static boolean isAlone(Tenant tenant, List<Candidate> waiting) {
        return waiting.stream()
                .map(Candidate::tenant)
                .collect(Collectors.toSet())
                .equals(Set.of(tenant));
    }
}
