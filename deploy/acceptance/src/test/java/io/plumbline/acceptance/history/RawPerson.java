package io.plumbline.acceptance.history;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Somebody in a tracker. */
public record RawPerson(String id, String name) {
    ObjectNode json() {
        return JsonNodeFactory.instance.objectNode().put("accountId", id).put("displayName", name);
    }
}
