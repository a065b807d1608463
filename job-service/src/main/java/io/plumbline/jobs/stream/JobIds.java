package io.plumbline.jobs.stream;

import java.util.UUID;

/** Ids of jobs in addresses. */
final class JobIds {
    private JobIds() {}

    /** What is no id at all is answered like an id that is unknown. */
    static UUID parse(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw JobLog.notFound();
        }
    }
}
