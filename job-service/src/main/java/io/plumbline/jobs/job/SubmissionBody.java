package io.plumbline.jobs.job;

import io.plumbline.spec.AnalyticsSpec;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a submission looks like; the spec alone will do too. Only described here: {@link SubmissionReader} reads it, since it
 * tells every fault at once.
 *
 * @param priority high or low; by HTTP high, from the topic low where nothing is said
 * @param label what to call it, up to 200 characters
 */
record SubmissionBody(
        @Schema(required = true) AnalyticsSpec spec,
        @Schema(enumeration = {"high", "low"}) String priority,
        @Schema(maxLength = 200) String label) {}
