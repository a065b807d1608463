package io.plumbline.jobs.work;

import io.plumbline.spec.tenant.Tenant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The jobs that wait, as they were seen last: good for some claims, so that not each claim looks at all of them. */
final class Waiting {
    private final List<Candidate> jobs;
    private final Map<Tenant, Integer> running;
    private final long seen = System.nanoTime();

    Waiting(List<Candidate> jobs, Map<Tenant, Integer> running) {
        this.jobs = new ArrayList<>(jobs);
        this.running = new HashMap<>(running);
    }

    static Waiting none() {
        return new Waiting(List.of(), Map.of());
    }

    /** The next one, which no longer waits then. */
    Optional<Candidate> take(Choice choice, Map<Tenant, Integer> here) {
        Optional<Candidate> next = choice.next(jobs, running, here);
        next.ifPresent(job -> {
            jobs.remove(job);
            running.merge(job.tenant(), 1, Integer::sum);
        });
        return next;
    }

    long ageMillis() {
        return (System.nanoTime() - seen) / 1_000_000;
    }
}
