package io.plumbline.jobs.sync;

/** A run that a person has to look at. */
final class SyncFault extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String code;

    SyncFault(String code, String message) {
        super(message, null, false, true);
        this.code = code;
    }

    String code() {
        return code;
    }
}
