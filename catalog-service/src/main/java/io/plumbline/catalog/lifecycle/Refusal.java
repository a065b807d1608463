package io.plumbline.catalog.lifecycle;

import io.plumbline.catalog.http.CatalogProblem;
import io.plumbline.spec.problem.FieldError;
import io.plumbline.spec.problem.ProblemException;
import java.util.List;

/** Problems that end a write before anything is written. */
final class Refusal {
    private Refusal() {}

    static ProblemException invalid(List<FieldError> errors) {
        return of(CatalogProblem.INVALID_METRIC, errors);
    }

    static ProblemException of(CatalogProblem type, List<FieldError> errors) {
        String detail = errors.size() == 1
                ? errors.getFirst().message()
                : "%d places need correction; `errors` names each.".formatted(errors.size());
        return new ProblemException(type, detail, errors);
    }

    static ProblemException productMetric(String name) {
        return new ProblemException(
                CatalogProblem.PRODUCT_METRIC,
                "`%s` is everybody's and can't be changed by a tenant. Set its defaults, hide it or add words to it by PUT /analytics/overlay, or define your own metric under another name."
                        .formatted(name));
    }
}
