package io.plumbline.local.client;

import com.fasterxml.jackson.databind.JsonNode;

/** The API refused: holds the problem document. */
public final class ApiProblem extends RuntimeException {
    private final int status;
    private final transient JsonNode document;

    ApiProblem(int status, JsonNode document) {
        super(document.path("title").asText("Status " + status));
        this.status = status;
        this.document = document;
    }

    public int status() {
        return status;
    }

    /** RFC 9457: title, detail, code, errors … */
    public JsonNode document() {
        return document;
    }
}
