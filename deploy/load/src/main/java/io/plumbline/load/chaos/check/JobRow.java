package io.plumbline.load.chaos.check;

/**
 * A row of {@code jobs.analytics_jobs} after all is over.
 *
 * @param resultFence null where it has no result
 * @param resultRows null where it has no result
 * @param resultPages null where it has no result
 */
public record JobRow(
        JobKey key,
        String label,
        String state,
        int attempt,
        int maxAttempts,
        long eventSeq,
        Long resultFence,
        Long resultRows,
        Integer resultPages) {}
