package io.plumbline.jobs.jira;

/** The thread that asks Jira was interrupted: its work is no longer wanted. */
public final class JiraStopped extends RuntimeException {
    private static final long serialVersionUID = 1;

    public JiraStopped() {
        super("stopped", null, false, false);
    }
}
