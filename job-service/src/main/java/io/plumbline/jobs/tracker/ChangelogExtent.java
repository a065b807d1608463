package io.plumbline.jobs.tracker;

/** How much of its history a tracker gave with an issue. */
public enum ChangelogExtent {
    ABSENT(0),
    /** Trackers cut a long changelog that stands within its issue. */
    TRUNCATED(1),
    WHOLE(2);

    private final int rank;

    ChangelogExtent(int rank) {
        this.rank = rank;
    }

    /** The greater, the more it tells; at most 2. */
    public int rank() {
        return rank;
    }
}
