package io.plumbline.local.demo;

/** The issue types of the demo trackers. */
enum Kind {
    STORY("10101", "Story"),
    BUG("10102", "Bug"),
    TASK("10103", "Task"),
    SUB_TASK("10104", "Sub-task"),
    EPIC("10105", "Epic");

    private final String id;
    private final String label;

    Kind(String id, String label) {
        this.id = id;
        this.label = label;
    }

    String id() {
        return id;
    }

    String label() {
        return label;
    }
}
