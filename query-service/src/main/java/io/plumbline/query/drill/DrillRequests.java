package io.plumbline.query.drill;

import io.plumbline.query.compiler.drill.DrillRequest;
import io.plumbline.spec.problem.CommonProblem;
import io.plumbline.spec.problem.FieldError;
import io.plumbline.spec.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads which page of which cell is asked for. */
final class DrillRequests {
    private static final int ROWS = 100;
    private static final int MOST_ROWS = 1_000;
    private static final int MOST_OFFSET = 1_000_000;

    private DrillRequests() {}

    /** @throws ProblemException {@code invalid_request} (400) for a page that is none */
    static DrillRequest of(DrillBody body) {
        if (body == null) {
            throw invalid(List.of(FieldError.of("", "missing", "Send an object with `spec` and `row`.")));
        }
        List<FieldError> faults = new ArrayList<>();
        int limit = within("/limit", body.limit(), 1, MOST_ROWS, ROWS, faults);
        int offset = within("/offset", body.offset(), 0, MOST_OFFSET, 0, faults);
        if (!faults.isEmpty()) {
            throw invalid(faults);
        }
        return new DrillRequest(body.row() == null ? Map.of() : body.row(), body.measure(), body.part(), limit, offset);
    }

    private static int within(
            String pointer, Integer given, int least, int most, int otherwise, List<FieldError> faults) {
        if (given == null) {
            return otherwise;
        }
        if (given < least || given > most) {
            faults.add(FieldError.of(pointer, "out_of_range", "This is %d to %d.".formatted(least, most)));
        }
        return given;
    }

    private static ProblemException invalid(List<FieldError> faults) {
        return new ProblemException(
                CommonProblem.INVALID_REQUEST, faults.getFirst().message(), faults);
    }
}
