package io.plumbline.jobs.jira;

import java.util.Locale;

/** Why Jira could not be asked. The message is for people and holds nothing secret. */
public final class JiraFault extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Kind kind;

    /** What kind of fault, and so who can mend it. */
    public enum Kind {
        /** The token is wrong, expired or revoked. */
        UNAUTHORIZED,
        /** The account lacks a permission. */
        FORBIDDEN,
        /** What was asked for is not there. */
        NOT_FOUND,
        /** Jira does not take the request. */
        REFUSED,
        /** The address must not be called. */
        NOT_ALLOWED,
        /** Jira is away, overloaded, or answers with something else than Jira does. */
        UNAVAILABLE,
        /** The answer is larger than allowed. */
        TOO_LARGE;

        /** As it is stored and shown. */
        public String code() {
            return "tracker_" + name().toLowerCase(Locale.ROOT);
        }
    }

    JiraFault(Kind kind, String message) {
        super(message, null, false, true);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    /** Whether only a person can mend it. */
    public boolean needsAttention() {
        return switch (kind) {
            case UNAUTHORIZED, FORBIDDEN, NOT_FOUND, REFUSED, NOT_ALLOWED, TOO_LARGE -> true;
            case UNAVAILABLE -> false;
        };
    }
}
