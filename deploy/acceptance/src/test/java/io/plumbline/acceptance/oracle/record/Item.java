package io.plumbline.acceptance.oracle.record;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** One changelog item with its place in the history of its issue. */
record Item(Instant at, BigInteger historyId, int index, JsonNode json) {
    private static final Comparator<Item> ORDER =
            Comparator.comparing(Item::at).thenComparing(Item::historyId).thenComparing(Item::index);

    /** All items of an issue by time, then history, then position. */
    static List<Item> of(JsonNode issue) {
        List<Item> items = new ArrayList<>();
        for (JsonNode history : issue.at("/changelog/histories")) {
            int index = 0;
            for (JsonNode item : history.get("items")) {
                BigInteger id = new BigInteger(history.get("id").asText());
                items.add(new Item(Times.read(history.get("created")), id, index, item));
                index++;
            }
        }
        items.sort(ORDER);
        return items;
    }

    boolean isOf(String... names) {
        for (String name : names) {
            if (json.path("field").asText().equalsIgnoreCase(name)) {
                return true;
            }
        }
        return false;
    }

    String text(String member) {
        return Texts.read(json.get(member));
    }
}
