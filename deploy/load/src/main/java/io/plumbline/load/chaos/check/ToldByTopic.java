package io.plumbline.load.chaos.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Without its repetitions the topic tells each event of the log once and in order. */
final class ToldByTopic implements Rule {
    @Override
    public List<String> broken(History history) {
        List<String> broken = new ArrayList<>();
        Map<JobKey, List<Told>> told = History.byJob(history.told(), Told::job);
        Map<JobKey, List<Heard>> heard = History.byJob(history.heard(), Heard::job);
        for (JobRow job : history.jobs()) {
            compare(
                    job.key(),
                    told.getOrDefault(job.key(), List.of()),
                    once(heard.getOrDefault(job.key(), List.of())),
                    broken);
        }
        return broken;
    }

    private static void compare(JobKey job, List<Told> told, List<Heard> heard, List<String> broken) {
        Map<Long, String> kinds = new HashMap<>();
        told.forEach(event -> kinds.put(event.seq(), event.kind()));
        long last = 0;
        for (Heard event : heard) {
            if (!event.kind().equals(kinds.get(event.seq()))) {
                broken.add("job %s: the topic tells %s as event %d, the log %s"
                        .formatted(job, event.kind(), event.seq(), kinds.get(event.seq())));
            }
            if (event.seq() <= last) {
                broken.add("job %s: the topic tells event %d after event %d".formatted(job, event.seq(), last));
            }
            last = Math.max(last, event.seq());
        }
        heard.forEach(event -> kinds.remove(event.seq()));
        if (!kinds.isEmpty()) {
            broken.add("job %s: the topic lacks events %s".formatted(job, kinds.keySet()));
        }
    }

    private static List<Heard> once(List<Heard> heard) {
        Set<String> seen = new HashSet<>();
        return heard.stream().filter(event -> seen.add(event.eventId())).toList();
    }
}
