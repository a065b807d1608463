package io.plumbline.load.fill;

/** The workflow of every tenant. */
enum Status {
    TO_DO("1", "To Do", "todo"),
    IN_PROGRESS("2", "In Progress", "in_progress"),
    IN_REVIEW("3", "In Review", "in_progress"),
    DONE("4", "Done", "done");

    final String id;
    final String title;
    final String category;

    Status(String id, String title, String category) {
        this.id = id;
        this.title = title;
        this.category = category;
    }
}
