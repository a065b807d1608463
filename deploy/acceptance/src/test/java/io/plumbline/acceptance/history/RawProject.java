package io.plumbline.acceptance.history;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A project of a tracker. */
public record RawProject(String id, String key, String name) {
    public static final RawProject PAY = new RawProject("100", "PAY", "Payments");
    public static final RawProject WEB = new RawProject("200", "WEB", "Web shop");

    ObjectNode json() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("key", key)
                .put("name", name);
    }
}
