package io.plumbline.acceptance.oracle.record;

import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.acceptance.oracle.model.Sprint;

/** Reads one raw sprint. */
final class SprintReader {
    private SprintReader() {}

    static Sprint read(String instance, JsonNode json) {
        String board = Texts.read(json.get("originBoardId"));
        String name = Texts.read(json.get("originBoardName"));
        return new Sprint(
                instance,
                json.get("id").asText(),
                json.get("name").asText(),
                board,
                name != null ? name : board,
                json.get("state").asText(),
                Times.read(json.get("startDate")),
                Times.read(json.get("endDate")),
                Times.read(json.get("activatedDate")),
                Times.read(json.get("completeDate")));
    }
}
