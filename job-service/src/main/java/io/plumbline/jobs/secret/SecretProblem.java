package io.plumbline.jobs.secret;

import io.plumbline.spec.problem.ProblemType;
import java.util.Locale;

/** Why a secret can't be sealed or opened. */
public enum SecretProblem implements ProblemType {
    SECRET_KEYS_MISSING(503, Kind.DEPENDENCY, "Secrets can't be kept without a key."),
    SECRET_UNREADABLE(503, Kind.DEPENDENCY, "A stored secret can't be read.");

    private final int status;
    private final Kind kind;
    private final String title;

    SecretProblem(int status, Kind kind, String title) {
        this.status = status;
        this.kind = kind;
        this.title = title;
    }

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
