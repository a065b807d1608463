package io.plumbline.jobs.tracker;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/** Compares the histories of a changelog with what the changelog itself says of their number. */
final class HistoryCount {
    private final Set<String> seen = new HashSet<>();
    private boolean present;
    private boolean last = true;
    private Long total;

    /** Takes note of a member of the changelog beside its histories. */
    void note(String member, JsonCursor cursor) throws IOException {
        switch (member) {
            case "total" -> total = cursor.isNull() ? null : (Long) cursor.wholeNumber();
            case "isLast" -> last = cursor.isNull() || cursor.truth();
            default -> {}
        }
    }

    void listed() {
        present = true;
    }

    /** The same one twice, as overlapping pages give it, is one. */
    void add(String historyId) {
        seen.add(historyId);
    }

    ChangelogExtent extent() {
        if (!present) {
            return ChangelogExtent.ABSENT;
        }
        boolean whole = total == null ? last : seen.size() >= total;
        return whole ? ChangelogExtent.WHOLE : ChangelogExtent.TRUNCATED;
    }
}
