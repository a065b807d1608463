package io.plumbline.load.chaos.check;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A history in which all was well: one job that was taken over and completed with 1,500 rows, and one that was cancelled. */
final class Past {
    static final String TENANT = "acme";
    static final JobKey DONE = new JobKey(TENANT, new UUID(0, 1));
    static final JobKey CANCELLED = new JobKey(TENANT, new UUID(0, 2));
    private static final Instant NOON = Instant.parse("2026-07-01T12:00:00Z");

    final List<Submitted> submitted = new ArrayList<>();
    final Map<String, JobKey> keys = new HashMap<>();
    final List<JobRow> jobs = new ArrayList<>();
    final List<Change> changes = new ArrayList<>();
    final List<Told> told = new ArrayList<>();
    final List<Heard> heard = new ArrayList<>();
    final List<Page> pages = new ArrayList<>();
    final Map<String, Long> rows = new HashMap<>(Map.of(History.of(TENANT, "wide"), 1_500L));

    Past() {
        submit("a", "wide", true, DONE);
        submit("b", "wide", true, DONE);
        submit("c", "light", false, null);
        submitted.add(new Submitted(TENANT, "t", "light", true, Set.of()));
        keys.put(History.of(TENANT, "t"), CANCELLED);
        jobs.add(new JobRow(DONE, "wide", "completed", 2, 4, 5, 3L, 1_500L, 2));
        jobs.add(new JobRow(CANCELLED, "light", "cancelled", 0, 4, 2, null, null, null));
        change(DONE, null, "queued", 0, 0);
        change(DONE, "queued", "running", 1, 1);
        change(DONE, "running", "queued", 1, 2);
        change(DONE, "queued", "running", 2, 3);
        change(DONE, "running", "completed", 2, 4);
        change(CANCELLED, null, "queued", 0, 0);
        change(CANCELLED, "queued", "cancelled", 0, 1);
        tell(DONE, "queued", "started", "retrying", "started", "completed");
        tell(CANCELLED, "queued", "cancelled");
        // A relay that died tells some again.
        heard.addAll(2, heard.subList(0, 2).stream().toList());
        pages.add(new Page(DONE, 3, 0, 0, 1_000));
        pages.add(new Page(DONE, 3, 1, 1_000, 500));
    }

    History history() {
        return new History(submitted, keys, jobs, changes, told, heard, pages, rows);
    }

    private void submit(String key, String label, boolean accepted, JobKey job) {
        submitted.add(new Submitted(TENANT, key, label, accepted, job == null ? Set.of() : Set.of(job.id())));
        if (job != null) {
            keys.put(History.of(TENANT, key), job);
        }
    }

    private void change(JobKey job, String from, String to, int attempt, long fence) {
        int seq =
                1 + (int) changes.stream().filter(one -> one.job().equals(job)).count();
        changes.add(new Change(job, seq, from, to, to, attempt, fence, NOON.plusSeconds(seq)));
    }

    private void tell(JobKey job, String... kinds) {
        for (int i = 0; i < kinds.length; i++) {
            told.add(new Told(job, i + 1, kinds[i], kinds[i].equals("completed") ? 1 : 0));
            heard.add(new Heard(job, i + 1, kinds[i], job + "#" + i));
        }
    }
}
