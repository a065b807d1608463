package io.plumbline.load.chaos.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * All that is known of the jobs of one run.
 *
 * @param submitted by the clients
 * @param keys which job the product keeps under which tenant and idempotency key, as {@code tenant key}
 * @param jobs in any order
 * @param changes in any order
 * @param told in any order
 * @param heard in the order of each partition, repetitions too
 * @param pages in any order
 * @param expectedRows how many rows an answer has, by tenant and label as {@code tenant label}, while nothing was wrong
 */
public record History(
        List<Submitted> submitted,
        Map<String, JobKey> keys,
        List<JobRow> jobs,
        List<Change> changes,
        List<Told> told,
        List<Heard> heard,
        List<Page> pages,
        Map<String, Long> expectedRows) {

    public History {
        submitted = List.copyOf(submitted);
        keys = Map.copyOf(keys);
        jobs = List.copyOf(jobs);
        changes = List.copyOf(changes);
        told = List.copyOf(told);
        heard = List.copyOf(heard);
        pages = List.copyOf(pages);
        expectedRows = Map.copyOf(expectedRows);
    }

    /** How a tenant's key or label is named in the maps. */
    public static String of(String tenant, String name) {
        return tenant + " " + name;
    }

    Map<JobKey, JobRow> jobsByKey() {
        Map<JobKey, JobRow> found = new HashMap<>();
        jobs.forEach(job -> found.put(job.key(), job));
        return found;
    }

    static <T> Map<JobKey, List<T>> byJob(List<T> all, Function<T, JobKey> job) {
        return all.stream().collect(Collectors.groupingBy(job));
    }
}
