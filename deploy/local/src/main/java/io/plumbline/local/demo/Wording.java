package io.plumbline.local.demo;

import java.util.List;

/** What people write. */
final class Wording {
    private static final List<String> STORIES = List.of(
            "Let customers use %s",
            "Show %s on the overview",
            "Add filters to %s",
            "Make %s accessible by keyboard",
            "Send a notice when %s changes",
            "Export %s as CSV",
            "Remember the last choice in %s");
    private static final List<String> BUGS = List.of(
            "%s fails with an empty answer",
            "Wrong total in %s",
            "%s times out under load",
            "Duplicate entry in %s",
            "%s shows yesterday's value",
            "Crash when %s is opened twice",
            "Time zone shift in %s");
    private static final List<String> TASKS = List.of(
            "Upgrade the library behind %s",
            "Write a runbook for %s",
            "Add metrics to %s",
            "Remove the old path of %s",
            "Load test %s",
            "Rotate the keys of %s");
    private static final List<String> PARTS =
            List.of("Write the tests", "Change the API", "Update the page", "Migrate the data", "Review the texts");
    private static final List<String> REMARKS = List.of(
            "I can reproduce this on staging.",
            "Waiting for the answer of the other team.",
            "Looks good to me after the last change.",
            "The estimate was too low, see the description.",
            "Moved the rest to a follow-up.",
            "Can we ship this before Thursday?",
            "The log shows the cause: a stale cache entry.",
            "Tested on all browsers, fine.",
            "Customer asked again, raising it in the stand-up.",
            "Deployed to production.");
    private static final List<String> GOALS = List.of(
            "Ship the next part of %s",
            "Stabilize %s", "Finish %s and start the next thing", "Less manual work around %s");

    private Wording() {}

    static String summary(Draw draw, Kind kind, List<String> subjects) {
        List<String> patterns = switch (kind) {
            case STORY -> STORIES;
            case BUG -> BUGS;
            case TASK -> TASKS;
            case SUB_TASK -> PARTS;
            case EPIC -> List.of("%s");
        };
        return sentence(draw.pick(patterns).replace("%s", draw.pick(subjects)));
    }

    static String goal(Draw draw, List<String> subjects) {
        return draw.pick(GOALS).replace("%s", draw.pick(subjects));
    }

    static String remark(Draw draw) {
        return draw.pick(REMARKS);
    }

    private static String sentence(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
