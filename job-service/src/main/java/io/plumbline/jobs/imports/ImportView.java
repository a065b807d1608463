package io.plumbline.jobs.imports;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * How an import stands, as callers see it.
 *
 * @param kind file, or mapping (what is stored is read anew)
 * @param status queued, running, completed or failed; a failed one changed nothing in the warehouse
 * @param stage what is being done, in a word
 * @param progress 0 to 1; 1 only when it is completed
 * @param rejections the first 100 of them, by line
 * @param startedAt null while queued
 * @param finishedAt null until it ends
 * @param error what went wrong and what to do; null unless failed
 */
public record ImportView(
        UUID id,
        String instanceId,
        String kind,
        String status,
        String stage,
        double progress,
        long linesRead,
        long linesAccepted,
        long linesRejected,
        List<Rejection> rejections,
        Instant createdAt,
        Instant startedAt,
        Instant finishedAt,
        String error) {

    /**
     * A line that was not imported.
     *
     * @param line its number in the file, from 1; 0 and below for a record that was stored before
     * @param reason what is wrong and what is expected
     * @param excerpt the beginning of the line
     */
    public record Rejection(long line, String reason, String excerpt) {}

    ImportView withRejections(List<Rejection> first) {
        return new ImportView(
                id,
                instanceId,
                kind,
                status,
                stage,
                progress,
                linesRead,
                linesAccepted,
                linesRejected,
                first,
                createdAt,
                startedAt,
                finishedAt,
                error);
    }
}
