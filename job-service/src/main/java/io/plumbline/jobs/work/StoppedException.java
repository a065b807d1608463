package io.plumbline.jobs.work;

/** Brings a worker back whose run was stopped. */
final class StoppedException extends RuntimeException {
    StoppedException() {
        super("stopped", null, false, false);
    }
}
