package io.plumbline.load.faults;

/** What came of a request. */
sealed interface Reply {
    /** The right rows. */
    record Right() implements Reply {}

    /** Rows, but not the right ones. */
    record Wrong(String what) implements Reply {}

    /** A problem document that clients are told to expect: too much, too slow or away for now. */
    record Declared(String code) implements Reply {}

    /** Anything else: another status, no problem document, a connection that broke. */
    record Undeclared(String what) implements Reply {}
}
