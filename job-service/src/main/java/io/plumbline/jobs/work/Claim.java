package io.plumbline.jobs.work;

import io.plumbline.spec.tenant.Caller;
import java.util.UUID;

/**
 * A job that this process has taken.
 *
 * @param fence under which it may write of the job, until somebody else takes it
 * @param attempt which one this is, from 1
 * @param caller whose job it is, with the roles of then
 * @param spec as it was submitted
 * @param progress that earlier attempts had come to
 * @param requestId of the request that submitted it; null where it had none
 * @param traceparent of that request; null where it was not traced
 */
record Claim(
        UUID job,
        long fence,
        int attempt,
        int maxAttempts,
        Caller caller,
        String spec,
        String shapeHash,
        double progress,
        String requestId,
        String traceparent) {}
