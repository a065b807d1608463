package io.plumbline.jobs.work;

/** Brings a worker back that has lost its job to another. */
final class FencedException extends RuntimeException {
    FencedException() {
        super("another worker has the job", null, false, false);
    }
}
