package io.plumbline.load.chaos.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A job's states follow each other as they may, up to the one that it is in. */
final class LegalChanges implements Rule {
    @Override
    public List<String> broken(History history) {
        List<String> broken = new ArrayList<>();
        Map<JobKey, List<Change>> changes = History.byJob(history.changes(), Change::job);
        for (JobRow job : history.jobs()) {
            List<Change> own = changes.getOrDefault(job.key(), List.of()).stream()
                    .sorted(Comparator.comparingInt(Change::seq))
                    .toList();
            walk(job, own, broken);
            if (job.attempt() > job.maxAttempts()) {
                broken.add("job %s has %d attempts of %d".formatted(job.key(), job.attempt(), job.maxAttempts()));
            }
        }
        return broken;
    }

    private static void walk(JobRow job, List<Change> changes, List<String> broken) {
        String state = null;
        long fence = -1;
        int seq = 0;
        for (Change change : changes) {
            seq++;
            if (change.seq() != seq || !Objects.equals(change.from(), state)) {
                broken.add("job %s: change %d from %s follows change %d to %s"
                        .formatted(job.key(), change.seq(), change.from(), seq - 1, state));
                return;
            }
            if (!States.isLegal(change.from(), change.to())) {
                broken.add("job %s went from %s to %s".formatted(job.key(), change.from(), change.to()));
            }
            if (change.fence() <= fence) {
                broken.add("job %s: its fence did not rise at change %d".formatted(job.key(), seq));
            }
            if (change.attempt() > job.maxAttempts()) {
                broken.add("job %s came to attempt %d of %d".formatted(job.key(), change.attempt(), job.maxAttempts()));
            }
            state = change.to();
            fence = change.fence();
        }
        if (!job.state().equals(state)) {
            broken.add("job %s is %s, its last change was to %s".formatted(job.key(), job.state(), state));
        }
    }
}
