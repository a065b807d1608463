package io.plumbline.translator.translate;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.plumbline.spec.Json;
import io.plumbline.spec.problem.Problem;
import io.plumbline.translator.Translation.CannotAnswer;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** Writes a refusal as an HTTP answer. */
public final class Refusals {
    private Refusals() {}

    /** 422 with the reason and the nearest metrics. */
    public static Response response(CannotAnswer refusal) {
        return Response.status(CannotAnswerProblem.STATUS)
                .type(Problem.MEDIA_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(body(refusal))
                .build();
    }

    private static byte[] body(CannotAnswer refusal) {
        try {
            return Json.mapper().writeValueAsBytes(CannotAnswerProblem.of(refusal));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
