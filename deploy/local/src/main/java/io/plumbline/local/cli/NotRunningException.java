package io.plumbline.local.cli;

/** The command needs a running stack. */
final class NotRunningException extends RuntimeException {
    private final String remedy;

    private NotRunningException(String message, String remedy) {
        super(message);
        this.remedy = remedy;
    }

    /** It was not started, or stopped on purpose. */
    static NotRunningException never() {
        return new NotRunningException("The stack is not running.", "Start it: ./plumbline up --detach");
    }

    /** It ended by itself. */
    static NotRunningException failed() {
        return new NotRunningException(
                "The stack has failed.", "./plumbline status says why; ./plumbline up --detach starts it again.");
    }

    String remedy() {
        return remedy;
    }
}
