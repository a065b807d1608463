package io.plumbline.local.client;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * How a job stands, or what just happened to it.
 *
 * @param name such as {@code started} or {@code progress}
 */
public record JobEvent(String name, JsonNode data) {
    public double progress() {
        return data.path("progress").asDouble();
    }
}
