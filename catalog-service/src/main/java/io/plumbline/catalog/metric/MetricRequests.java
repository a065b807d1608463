package io.plumbline.catalog.metric;

import io.plumbline.spec.NearestName;
import io.plumbline.spec.problem.CommonProblem;
import io.plumbline.spec.problem.FieldError;
import io.plumbline.spec.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;

/** Reads the query parameters of the metric endpoints; all faults of a request are reported at once. */
final class MetricRequests {
    static final int QUERY_LENGTH = 200;
    static final int HITS = 50;

    private static final int DEFAULT_HITS = 10;

    private static final List<String> FLAGS = List.of("true", "false");

    private MetricRequests() {}

    static MetricFilter filter(List<String> categories, String category, String active, String tag) {
        var errors = new ArrayList<FieldError>();
        if (category != null && !categories.contains(category)) {
            String nearest = NearestName.find(category, categories).orElse(null);
            errors.add(
                    new FieldError("/category", "unknown_category", "There is no such category.", categories, nearest));
        }
        if (active != null && !FLAGS.contains(active)) {
            errors.add(new FieldError("/active", "wrong_type", "Say true or false.", FLAGS, null));
        }
        refuse(errors);
        return new MetricFilter(category, !"false".equals(active), tag);
    }

    static String query(String q) {
        if (q == null || q.isBlank()) {
            refuse(List.of(FieldError.of("/q", "required", "Say in `q` what you are looking for.")));
        }
        if (q.length() > QUERY_LENGTH) {
            refuse(List.of(FieldError.of(
                    "/q", "too_long", "A search may have at most %d characters.".formatted(QUERY_LENGTH))));
        }
        return q;
    }

    /** The most hits to give; the text is null where the caller says nothing. */
    static int limit(String text) {
        if (text == null) {
            return DEFAULT_HITS;
        }
        int limit = text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
        if (limit < 1 || limit > HITS) {
            refuse(List.of(FieldError.of(
                    "/limit", "out_of_range", "The limit is a whole number from 1 to %d.".formatted(HITS))));
        }
        return limit;
    }

    private static void refuse(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw new ProblemException(
                    CommonProblem.INVALID_REQUEST, errors.getFirst().message(), errors);
        }
    }
}
