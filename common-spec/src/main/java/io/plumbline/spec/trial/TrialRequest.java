package io.plumbline.spec.trial;

import io.plumbline.spec.catalog.MetricDefinition;
import java.util.List;

/**
 * Metrics to try.
 *
 * @param metrics which to try, by {@link MetricDefinition#id()}
 * @param definitions these and all that they are made of; nothing else is known in the trial
 */
public record TrialRequest(List<String> metrics, List<MetricDefinition> definitions) {
    public TrialRequest {
        metrics = metrics == null ? List.of() : List.copyOf(metrics);
        definitions = definitions == null ? List.of() : List.copyOf(definitions);
    }
}
