package io.plumbline.translator;

import io.plumbline.spec.AnalyticsSpec;
import java.util.List;

/** What a translator made of a question. */
public sealed interface Translation {

    /**
     * A spec that answers the question.
     *
     * @param interpretation one sentence that says exactly what will be counted
     * @param confidence 0 to 1; below 1 where a word was corrected, assumed or left out
     */
    record Translated(AnalyticsSpec spec, String interpretation, double confidence) implements Translation {}

    /**
     * No spec: the catalog can't answer it, or a word in it is unknown.
     *
     * @param reason for the person who asked: what is in the way and what to ask instead
     * @param nearestMetrics names of the metrics that come nearest, the best first; may be empty
     */
    record CannotAnswer(String reason, List<String> nearestMetrics) implements Translation {
        public CannotAnswer {
            nearestMetrics = List.copyOf(nearestMetrics);
        }
    }
}
