package io.plumbline.load.chaos;

import io.plumbline.load.chaos.Ledger.Entry;

/** What is submitted. */
final class Bodies {
    private Bodies() {}

    /** The same text each time that the submission is sent. */
    static String of(Entry entry, Question question, String priority) {
        return "{\"spec\":%s,\"priority\":\"%s\",\"label\":\"%s\"}".formatted(question.spec(), priority, entry.label());
    }
}
