package io.plumbline.acceptance.product;

import com.fasterxml.jackson.databind.JsonNode;

/** What the gateway answered; the body is null where it is no JSON. */
public record Reply(int status, String contentType, String text, JsonNode json) {
    public boolean isProblem() {
        return status >= 400 && contentType.startsWith("application/problem+json");
    }

    /** The problem's code, or an empty text. */
    public String code() {
        return json == null ? "" : json.path("code").asText();
    }
}
