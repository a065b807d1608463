package io.plumbline.acceptance.oracle.model;

/** A status, resolved. */
public record Status(String id, String name, Category category) {
    /** By the default mapping: the status named Blocked. */
    public boolean isBlocked() {
        return name.equalsIgnoreCase("Blocked");
    }
}
