package io.plumbline.local.gateway;

import io.plumbline.local.state.Service;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** What the gateway itself refuses, as RFC 9457 documents of the same form as those of the services. */
enum GatewayProblem {
    BAD_PATH(400, "bad_path", "This path is not allowed"),
    ORIGIN(403, "origin_not_allowed", "Pages of this origin may not call"),
    NOT_FOUND(404, "not_found", "There is nothing here"),
    METHOD_NOT_ALLOWED(405, "method_not_allowed", "This method is not allowed here"),
    TOO_LARGE(413, "payload_too_large", "The request body is too large"),
    BROKEN(502, "bad_gateway", "A service broke off its answer"),
    UNAVAILABLE(503, "unavailable", "A service is not available"),
    ENDING(503, "unavailable", "The gateway is being stopped");

    static final String MEDIA_TYPE = "application/problem+json";

    private final int status;
    private final String code;
    private final String title;

    GatewayProblem(int status, String code, String title) {
        this.status = status;
        this.code = code;
        this.title = title;
    }

    int status() {
        return status;
    }

    JsonObject document(String detail, String requestId) {
        return new JsonObject()
                .put("type", "https://plumbline.dev/problems/" + code)
                .put("title", title)
                .put("status", status)
                .put("code", code)
                .put("detail", detail)
                .put("errors", new JsonArray())
                .put("traceId", requestId);
    }

    static String away(Service service) {
        return service.title() + " does not answer. Try again in a moment.";
    }
}
