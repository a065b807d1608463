package io.plumbline.load.fill;

/** How much there is to be, over all tenants; transitions are met on average. */
record Size(int tenants, int issues, int transitions, int sprints) {
    static final Size FULL = new Size(100, 1_000_000, 10_000_000, 10_000);

    int issuesPerTenant() {
        return Math.max(1, issues / tenants);
    }

    int sprintsPerTenant() {
        return Math.max(1, sprints / tenants);
    }

    /** The creation counts as one. */
    int transitionsPerIssue() {
        return Math.max(1, transitions / issues);
    }
}
