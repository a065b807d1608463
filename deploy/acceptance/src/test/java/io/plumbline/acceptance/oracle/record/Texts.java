package io.plumbline.acceptance.oracle.record;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Texts of tracker records. */
final class Texts {
    private Texts() {}

    /** Null where missing, null or empty. */
    static String read(JsonNode node) {
        if (node == null
                || node.isNull()
                || node.isMissingNode()
                || node.asText().isEmpty()) {
            return null;
        }
        return node.asText();
    }

    static List<String> list(JsonNode array) {
        List<String> list = new ArrayList<>();
        array.forEach(n -> list.add(n.isObject() ? n.get("name").asText() : n.asText()));
        return list;
    }

    /** Comma separated ids; none for null. */
    static Set<String> ids(String text) {
        Set<String> ids = new LinkedHashSet<>();
        if (text != null) {
            for (String id : text.split(",", -1)) {
                if (!id.isBlank()) {
                    ids.add(id.strip());
                }
            }
        }
        return ids;
    }
}
