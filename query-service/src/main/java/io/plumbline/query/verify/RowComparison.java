package io.plumbline.query.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.query.verify.Verification.Difference;
import io.plumbline.spec.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Two answers in canonical form, row by row: rows are the same where their dimensions have the same values.
 *
 * @param differences the first few: of changed rows, then removed, then added ones
 */
record RowComparison(int added, int removed, int changed, List<Difference> differences) {
    private static final int SHOWN = 10;

    RowComparison {
        differences = List.copyOf(differences);
    }

    static RowComparison of(byte[] before, byte[] after, List<String> keys) {
        Map<List<Object>, JsonNode> old = byKey(before, keys);
        Map<List<Object>, JsonNode> now = byKey(after, keys);
        List<Difference> removed = old.entrySet().stream()
                .filter(row -> !now.containsKey(row.getKey()))
                .map(row ->
                        new Difference("removed", key(row.getValue(), keys), null, values(row.getValue(), keys), null))
                .toList();
        List<Difference> added = now.entrySet().stream()
                .filter(row -> !old.containsKey(row.getKey()))
                .map(row ->
                        new Difference("added", key(row.getValue(), keys), null, null, values(row.getValue(), keys)))
                .toList();
        List<List<Difference>> changed = now.entrySet().stream()
                .filter(row -> old.containsKey(row.getKey()))
                .map(row -> changes(old.get(row.getKey()), row.getValue(), keys))
                .filter(changes -> !changes.isEmpty())
                .toList();
        List<Difference> all = Stream.of(changed.stream().flatMap(List::stream), removed.stream(), added.stream())
                .flatMap(differences -> differences)
                .limit(SHOWN)
                .toList();
        return new RowComparison(added.size(), removed.size(), changed.size(), all);
    }

    /** Rows that have the same dimensions are told apart by their order. */
    private static Map<List<Object>, JsonNode> byKey(byte[] json, List<String> keys) {
        Map<List<Object>, JsonNode> rows = new LinkedHashMap<>();
        for (JsonNode row : read(json)) {
            int again = 0;
            while (rows.containsKey(identity(row, keys, again))) {
                again++;
            }
            rows.put(identity(row, keys, again), row);
        }
        return rows;
    }

    private static List<Object> identity(JsonNode row, List<String> keys, int again) {
        List<Object> identity = new ArrayList<>(key(row, keys).values());
        identity.add(again);
        return identity;
    }

    private static Map<String, JsonNode> key(JsonNode row, List<String> keys) {
        Map<String, JsonNode> key = new LinkedHashMap<>();
        keys.forEach(name -> key.put(name, member(row, name)));
        return key;
    }

    private static ObjectNode values(JsonNode row, List<String> keys) {
        ObjectNode values = JsonNodeFactory.instance.objectNode();
        row.propertyStream()
                .filter(member -> !keys.contains(member.getKey()))
                .forEach(member -> values.set(member.getKey(), member.getValue()));
        return values;
    }

    private static List<Difference> changes(JsonNode before, JsonNode after, List<String> keys) {
        return Stream.concat(before.propertyStream(), after.propertyStream())
                .map(Map.Entry::getKey)
                .distinct()
                .filter(name -> !member(before, name).equals(member(after, name)))
                .map(name ->
                        new Difference("changed", key(after, keys), name, member(before, name), member(after, name)))
                .toList();
    }

    private static JsonNode member(JsonNode row, String name) {
        JsonNode member = row.get(name);
        return member == null ? JsonNodeFactory.instance.nullNode() : member;
    }

    private static JsonNode read(byte[] json) {
        try {
            return Json.mapper().readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
