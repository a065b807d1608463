package io.plumbline.translator.translate;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.plumbline.spec.http.LogContext;
import io.plumbline.spec.problem.ProblemType;
import io.plumbline.translator.Translation.CannotAnswer;
import java.util.List;

/**
 * The problem document for a question without an answer (RFC 9457).
 *
 * @param detail what is in the way and what to ask instead
 * @param nearestMetrics names of the metrics that come nearest, the best first
 */
public record CannotAnswerProblem(
        String type,
        String title,
        int status,
        String code,
        String detail,
        List<String> nearestMetrics,
        @JsonProperty("traceId") String traceId) {
    public static final int STATUS = 422;
    private static final String CODE = "cannot_answer";

    static CannotAnswerProblem of(CannotAnswer refusal) {
        return new CannotAnswerProblem(
                ProblemType.BASE + CODE,
                "The question can't be answered from the catalog.",
                STATUS,
                CODE,
                refusal.reason(),
                refusal.nearestMetrics(),
                LogContext.traceId());
    }
}
