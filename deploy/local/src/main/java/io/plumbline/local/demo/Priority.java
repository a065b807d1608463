package io.plumbline.local.demo;

/** Priorities, the most urgent first. */
enum Priority {
    HIGHEST("Highest"),
    HIGH("High"),
    MEDIUM("Medium"),
    LOW("Low"),
    LOWEST("Lowest");

    private final String label;

    Priority(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
