package io.plumbline.load.chaos.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The log of a job has the numbers from 1 to its last, progress that never falls, and tells the end last and once. */
final class NumberedEvents implements Rule {
    @Override
    public List<String> broken(History history) {
        List<String> broken = new ArrayList<>();
        Map<JobKey, List<Told>> told = History.byJob(history.told(), Told::job);
        for (JobRow job : history.jobs()) {
            List<Told> own = told.getOrDefault(job.key(), List.of()).stream()
                    .sorted(Comparator.comparingLong(Told::seq))
                    .toList();
            String fault = fault(job, own);
            if (fault != null) {
                broken.add("job " + job.key() + ": " + fault);
            }
        }
        return broken;
    }

    private static String fault(JobRow job, List<Told> told) {
        double progress = 0;
        for (int i = 0; i < told.size(); i++) {
            Told event = told.get(i);
            if (event.seq() != i + 1) {
                return "event " + event.seq() + " stands in place " + (i + 1);
            }
            if (event.progress() < progress) {
                return "progress fell to " + event.progress() + " at event " + event.seq();
            }
            if (States.isEnd(event.kind()) && i + 1 < told.size()) {
                return "event " + event.seq() + " tells an end, and others follow";
            }
            progress = event.progress();
        }
        if (told.size() != job.eventSeq()) {
            return "has " + told.size() + " events and says " + job.eventSeq();
        }
        return told.isEmpty() || told.getLast().kind().equals(job.state())
                ? null
                : "is " + job.state() + ", its last event tells "
                        + told.getLast().kind();
    }
}
