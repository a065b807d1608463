package io.plumbline.local.demo;

/** The workflow of the demo trackers: each status with its id, name and the tracker's key of its category. */
enum State {
    OPEN("10000", "Open", "new"),
    TO_DO("10001", "To Do", "new"),
    IN_PROGRESS("10002", "In Progress", "indeterminate"),
    IN_REVIEW("10003", "In Review", "indeterminate"),
    BLOCKED("10004", "Blocked", "indeterminate"),
    DONE("10005", "Done", "done");

    private final String id;
    private final String label;
    private final String category;

    State(String id, String label, String category) {
        this.id = id;
        this.label = label;
        this.category = category;
    }

    String id() {
        return id;
    }

    String label() {
        return label;
    }

    String category() {
        return category;
    }
}
