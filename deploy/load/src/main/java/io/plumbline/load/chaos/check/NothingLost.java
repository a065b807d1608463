package io.plumbline.load.chaos.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Each accepted submission has a job of what it asked, and each job has come to an end. */
final class NothingLost implements Rule {
    @Override
    public List<String> broken(History history) {
        List<String> broken = new ArrayList<>();
        Map<JobKey, JobRow> jobs = history.jobsByKey();
        for (Submitted one : history.submitted()) {
            if (one.accepted()) {
                String fault = fault(one, history.keys().get(History.of(one.tenant(), one.key())), jobs);
                if (fault != null) {
                    broken.add(one + " was accepted and " + fault);
                }
            }
        }
        history.jobs().stream()
                .filter(job -> !States.isEnd(job.state()))
                .forEach(job -> broken.add("job " + job.key() + " is still " + job.state()));
        return broken;
    }

    private static String fault(Submitted one, JobKey kept, Map<JobKey, JobRow> jobs) {
        if (kept == null) {
            return "has no job";
        }
        JobRow job = jobs.get(kept);
        if (job == null) {
            return "its job " + kept + " is not there";
        }
        return Objects.equals(job.label(), one.label())
                ? null
                : "its job " + kept + " asks " + job.label() + " instead of " + one.label();
    }
}
