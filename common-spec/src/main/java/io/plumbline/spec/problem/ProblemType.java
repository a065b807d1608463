package io.plumbline.spec.problem;

/** A kind of failure that callers can tell apart by its code. An enum of each service implements it. */
public interface ProblemType {
    /** Where the types are described; the code completes it to the {@code type} member. */
    String BASE = "https://plumbline.dev/problems/";

    /** Stable name for programs, for example {@code invalid_spec}. */
    String code();

    /** The HTTP status. */
    int status();

    /** One short sentence for people, the same for each occurrence. */
    String title();

    /** Who can do something about it. */
    Kind kind();

    /** Who can do something about a problem. */
    enum Kind {
        /** The request is wrong; sending it again will not help. */
        CALLER,
        /** A limit was reached; a smaller or later request may pass. */
        LIMIT,
        /** Something this service needs is away; a later request may pass. */
        DEPENDENCY,
        /** A fault of the product. */
        INTERNAL
    }
}
