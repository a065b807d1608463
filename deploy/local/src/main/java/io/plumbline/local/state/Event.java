package io.plumbline.local.state;

/**
 * One line of what the supervisor tells whoever started it.
 *
 * @param part what it is about; empty for the whole stack
 * @param text details for people
 * @param fraction 0 to 1, of long work
 */
public record Event(Kind kind, String part, String text, double fraction) {
    /** What happened. */
    public enum Kind {
        STARTING,
        STARTED,
        PROGRESS,
        WARNING,
        RESTARTED,
        UP,
        STOPPING,
        FAILED,
        DOWN
    }

    public static Event of(Kind kind, String part, String text) {
        return new Event(kind, part, text, 0);
    }
}
