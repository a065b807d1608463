package io.plumbline.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * How far an import is.
 *
 * @param progress 0 to 1
 * @param error why it failed; null otherwise
 */
public record ImportStatus(
        String id,
        String status,
        String stage,
        double progress,
        long read,
        long accepted,
        long rejected,
        List<Rejection> rejections,
        String error) {

    /** A line that was not imported. */
    public record Rejection(long line, String reason, String excerpt) {}

    static ImportStatus of(JsonNode data) {
        List<Rejection> rejections = new ArrayList<>();
        for (JsonNode rejection : data.path("rejections")) {
            rejections.add(new Rejection(
                    rejection.path("line").asLong(),
                    rejection.path("reason").asText(),
                    rejection.path("excerpt").asText("")));
        }
        JsonNode error = data.path("error");
        return new ImportStatus(
                data.path("id").asText(),
                data.path("status").asText(),
                data.path("stage").asText(""),
                data.path("progress").asDouble(),
                data.path("lines_read").asLong(),
                data.path("lines_accepted").asLong(),
                data.path("lines_rejected").asLong(),
                List.copyOf(rejections),
                error.isMissingNode() || error.isNull() ? null : error.isTextual() ? error.asText() : error.toString());
    }

    public boolean isOver() {
        return isCompleted() || "failed".equals(status);
    }

    public boolean isCompleted() {
        return "completed".equals(status);
    }
}
