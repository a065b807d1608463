package io.plumbline.catalog.lifecycle;

import io.plumbline.spec.catalog.MetricDefinition;
import io.plumbline.spec.problem.FieldError;
import java.util.List;

/** What becomes of one definition among several. */
public sealed interface Outcome {

    /**
     * It is written, or would be.
     *
     * @param change created or updated
     */
    record Written(String change, MetricDefinition metric) implements Outcome {}

    /** The catalog says the same already. */
    record Unchanged(MetricDefinition metric) implements Outcome {}

    /** It changes nothing. The pointers of the errors lead into the definition; an empty one means the whole. */
    record Refused(List<FieldError> errors) implements Outcome {
        public Refused {
            errors = List.copyOf(errors);
        }
    }
}
