package io.plumbline.jobs.sync;

/** A run must not go on: its connection was taken over, or its row is gone. */
final class SyncStopped extends RuntimeException {
    private static final long serialVersionUID = 1;

    SyncStopped() {
        super("the connection is no longer held", null, false, false);
    }
}
