package io.plumbline.query.cache.kept;

import io.plumbline.spec.tenant.Tenant;

/**
 * What is asked, of data of whatever version. Equal questions about equal data have equal answers.
 *
 * @param catalogVersion of the definitions that the answer is made by
 * @param specHash of the spec's canonical form
 */
public record Question(Tenant tenant, Policy policy, String catalogVersion, String specHash) {
    /** Where the answer from data of that version is kept. */
    public AnswerKey at(long dataVersion) {
        return new AnswerKey(this, dataVersion);
    }

    /** Where the data version of its newest answer is kept. */
    public String newest() {
        return "newest:" + text();
    }

    /**
     * Different for different questions: only the last part can hold a colon. The braces keep what belongs together on
     * one node of a Redis cluster.
     */
    String text() {
        return "{%s:%s:%s}:%s".formatted(tenant, policy.text(), specHash, catalogVersion);
    }
}
