package io.plumbline.translator.translate;

import io.plumbline.spec.AnalyticsSpec;

/**
 * What a question was understood as.
 *
 * @param spec what {@code run} takes
 * @param interpretation one sentence that says exactly what will be counted
 * @param confidence 0 to 1
 * @param translator which translator gave it
 */
public record TranslateAnswer(AnalyticsSpec spec, String interpretation, double confidence, String translator) {}
