package io.plumbline.jobs.ingest;

import io.plumbline.spec.problem.ProblemType;
import java.util.Locale;

/** Why a webhook is refused. */
public enum WebhookProblem implements ProblemType {
    /** The same for an unknown tenant or instance, so that nobody learns which there are. */
    INVALID_SIGNATURE(401, "The webhook's signature is not right."),
    STALE_WEBHOOK(400, "The webhook is too old."),
    INVALID_WEBHOOK(400, "The webhook's body can't be read.");

    private final int status;
    private final String title;

    WebhookProblem(int status, String title) {
        this.status = status;
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
        return Kind.CALLER;
    }
}
