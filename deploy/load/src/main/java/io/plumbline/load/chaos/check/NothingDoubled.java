package io.plumbline.load.chaos.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** All answers to a submission name the one job that is kept for it, no job is there for nobody, and each ends once. */
final class NothingDoubled implements Rule {
    @Override
    public List<String> broken(History history) {
        List<String> broken = new ArrayList<>();
        for (Submitted one : history.submitted()) {
            Set<UUID> named = new HashSet<>(one.answers());
            JobKey kept = history.keys().get(History.of(one.tenant(), one.key()));
            if (kept != null) {
                named.add(kept.id());
            }
            if (named.size() > 1) {
                broken.add(one + " has " + named.size() + " jobs: " + named);
            }
        }
        Set<JobKey> wanted = Set.copyOf(history.keys().values());
        history.jobs().stream()
                .map(JobRow::key)
                .filter(job -> !wanted.contains(job))
                .forEach(job -> broken.add("job " + job + " belongs to no submission"));
        ends(history).forEach((job, ends) -> {
            if (ends > 1) {
                broken.add("job " + job + " ended " + ends + " times");
            }
        });
        return broken;
    }

    private static Map<JobKey, Long> ends(History history) {
        return history.changes().stream()
                .filter(change -> States.isEnd(change.to()))
                .collect(Collectors.groupingBy(Change::job, Collectors.counting()));
    }
}
