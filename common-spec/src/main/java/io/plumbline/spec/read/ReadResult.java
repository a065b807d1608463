package io.plumbline.spec.read;

import io.plumbline.spec.AnalyticsSpec;
import io.plumbline.spec.problem.CommonProblem;
import io.plumbline.spec.problem.FieldError;
import io.plumbline.spec.problem.ProblemException;
import java.util.List;

/** A spec, or everything that is wrong with the text. */
public sealed interface ReadResult {
    /** The text was a spec without syntactic faults. */
    record Valid(AnalyticsSpec spec) implements ReadResult {}

    /**
     * The text was none.
     *
     * @param errors at least one, in the order of the document
     */
    record Invalid(List<FieldError> errors) implements ReadResult {
        public Invalid {
            errors = List.copyOf(errors);
        }
    }

    /**
     * The spec.
     *
     * @throws ProblemException {@code malformed_json} or {@code invalid_spec} (400) with every fault
     */
    default AnalyticsSpec orThrow() {
        return switch (this) {
            case Valid valid -> valid.spec();
            case Invalid invalid -> throw problem(invalid.errors());
        };
    }

    private static ProblemException problem(List<FieldError> errors) {
        FieldError first = errors.getFirst();
        CommonProblem type = first.code().equals(FaultCodes.MALFORMED_JSON)
                ? CommonProblem.MALFORMED_JSON
                : CommonProblem.INVALID_SPEC;
        String detail = errors.size() == 1
                ? first.message()
                : "%d places need correction; `errors` names each.".formatted(errors.size());
        return new ProblemException(type, detail, errors);
    }
}
