package io.plumbline.translator.offline.vocabulary;

/** Kinds of question that are recognised and refused, each with what to tell the person. */
public enum Limit {
    FUTURE("Plumbline counts what has happened; it makes no forecasts. Ask about a past or running period."),
    CAUSE("Plumbline counts what happened; it can't tell why. Ask for the metric itself, by project or over time."),
    SHARE("No metric gives this share. Ask for the counts themselves, for example by issue type."),
    RUNNING_TOTAL("Running totals and rolling windows are not available. Ask for the value of each period."),
    STATISTICS(
            "Relations between metrics are not available. Ask for both metrics side by side, for example per month."),
    COMMAND("Plumbline answers questions and changes nothing. Ask how many, how long or which."),
    DATE_FORMAT("Dates with slashes can be read two ways. Write them like 2026-03-01 or 1 March 2026.");

    private final String reason;

    Limit(String reason) {
        this.reason = reason;
    }

    /** A full sentence for the person who asked. */
    public String reason() {
        return reason;
    }
}
