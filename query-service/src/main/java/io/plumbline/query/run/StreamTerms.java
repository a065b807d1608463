package io.plumbline.query.run;

import io.plumbline.query.audit.Kind;
import java.time.Duration;
import java.util.List;

/**
 * On which terms rows are handed on while they are read.
 *
 * @param kind as the audit names it
 * @param statementTimeout the most that one statement may take
 * @param writePatience the longest that the caller may take nothing
 * @param notices sentences that go with every such answer
 */
public record StreamTerms(Kind kind, Duration statementTimeout, Duration writePatience, List<String> notices) {
    public StreamTerms {
        notices = List.copyOf(notices);
    }
}
