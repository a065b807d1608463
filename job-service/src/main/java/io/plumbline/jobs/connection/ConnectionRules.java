package io.plumbline.jobs.connection;

import io.plumbline.jobs.jira.Site;
import io.plumbline.spec.problem.CommonProblem;
import io.plumbline.spec.problem.FieldError;
import io.plumbline.spec.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Checks what is said of a connection; finds all faults at once. No message repeats a token. */
final class ConnectionRules {
    private static final Pattern EMAIL = Pattern.compile("[^\\s:@]{1,100}@[^\\s:@]{1,150}");
    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]{8,1000}");
    private static final Pattern PROJECT = Pattern.compile("[A-Z][A-Z0-9_]{1,19}");
    private static final int MAX_PROJECTS = 200;
    private static final int MIN_MINUTES = 5;
    private static final int MAX_MINUTES = 7 * 24 * 60;

    private final List<FieldError> faults = new ArrayList<>();

    private ConnectionRules() {}

    /**
     * Checks a body.
     *
     * @param tokenNeeded whether it must hold one
     * @throws ProblemException (400) with all faults
     */
    static void check(ConnectionBody body, boolean tokenNeeded) {
        var rules = new ConnectionRules();
        if (body == null) {
            rules.fault("", "missing", "A connection is an object with instance, site, email and token.");
        } else {
            rules.checkAll(body, tokenNeeded);
        }
        if (!rules.faults.isEmpty()) {
            throw new ProblemException(
                    CommonProblem.INVALID_REQUEST, "The connection is not valid; see errors.", rules.faults);
        }
    }

    private void checkAll(ConnectionBody body, boolean tokenNeeded) {
        try {
            Site.of(body.site());
        } catch (IllegalArgumentException e) {
            fault("/site", "invalid_site", e.getMessage() + ".");
        }
        if (body.email() == null || !EMAIL.matcher(body.email()).matches()) {
            fault("/email", "invalid_email", "The e-mail address of the Jira account that reads, like sync@acme.com.");
        }
        if (body.token() == null && tokenNeeded) {
            fault("/token", "missing", "The account's API token; made at id.atlassian.com under Security.");
        }
        if (body.token() != null && !TOKEN.matcher(body.token()).matches()) {
            fault("/token", "invalid_token", "A token has 8 to 1,000 printable characters without spaces.");
        }
        minutes(body.everyMinutesOrUsual());
        projects(body.projectsOrAll());
    }

    private void minutes(int minutes) {
        if (minutes != 0 && (minutes < MIN_MINUTES || minutes > MAX_MINUTES)) {
            fault(
                    "/every_minutes",
                    "out_of_range",
                    "Between %d and %d minutes, or 0 to sync by hand only.".formatted(MIN_MINUTES, MAX_MINUTES));
        }
    }

    private void projects(List<String> keys) {
        if (keys.size() > MAX_PROJECTS) {
            fault("/projects", "too_many", "At most %d projects; none means all.".formatted(MAX_PROJECTS));
        }
        for (int i = 0; i < keys.size(); i++) {
            if (keys.get(i) == null || !PROJECT.matcher(keys.get(i)).matches()) {
                fault("/projects/" + i, "invalid_project", "A project's key, like PAY: capital letters, digits and _.");
            }
        }
    }

    private void fault(String pointer, String code, String message) {
        faults.add(FieldError.of(pointer, code, message));
    }
}
