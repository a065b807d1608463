package io.plumbline.jobs.job;

import java.util.UUID;

/**
 * What a submission is answered with.
 *
 * @param status 202 for a new job, 200 where the same spec is active already
 * @param answer the body; the same text for each repetition of the request
 * @param replayed whether it was answered before, under the same key
 */
public record Submitted(UUID job, int status, String answer, boolean replayed) {
    static final int NEW = 202;
    static final int KNOWN = 200;
}
