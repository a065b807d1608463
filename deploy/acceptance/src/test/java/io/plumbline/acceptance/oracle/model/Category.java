package io.plumbline.acceptance.oracle.model;

/** What a status means for the flow of work. */
public enum Category {
    TODO("todo"),
    IN_PROGRESS("in_progress"),
    DONE("done");

    private final String text;

    Category(String text) {
        this.text = text;
    }

    /** As answers write it. */
    public String text() {
        return text;
    }
}
