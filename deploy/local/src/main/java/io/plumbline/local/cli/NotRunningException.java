package io.plumbline.local.cli;

/** The command needs a running stack. */
final class NotRunningException extends RuntimeException {
    NotRunningException() {
        super("The stack is not running.");
    }

    String remedy() {
        return "Start it: ./plumbline up --detach";
    }
}
