package io.plumbline.jobs.tracker;

/** A line that can't be imported. The message tells the sender what is wrong, where, and what is expected. */
public final class InvalidRecord extends RuntimeException {
    public InvalidRecord(String reason) {
        super(reason, null, false, false);
    }
}
