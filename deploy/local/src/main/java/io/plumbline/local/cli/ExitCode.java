package io.plumbline.local.cli;

/** How commands end. */
final class ExitCode {
    static final int OK = 0;
    /** The API refused, or the work failed. */
    static final int FAILED = 1;

    static final int USAGE = 2;
    static final int NOT_RUNNING = 3;
    /** The question was understood too little to answer it. */
    static final int UNANSWERED = 4;

    private ExitCode() {}
}
