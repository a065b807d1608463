package io.plumbline.jobs.tracker;

import io.plumbline.jobs.history.ChangePoint;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads a changelog, keeping the items that can matter: status, assignee and custom fields with short values. The same
 * item twice, as overlapping pages give it, is one.
 */
final class ChangelogReader {
    private static final int MAX_VALUE = 4_000;
    private static final Set<String> NAMES =
            Set.of("status", "assignee", "sprint", "flagged", "story points", "story point estimate");

    private final JsonCursor cursor;
    private final Collection<UserFacts> people;
    private final TreeMap<ChangePoint, HistoryItem> items = new TreeMap<>();
    private final HistoryCount count = new HistoryCount();
    private int unnamed;

    private String historyId;
    private Instant at;
    private final List<RawItem> pending = new ArrayList<>();

    private record RawItem(
            int index,
            String field,
            String fieldId,
            String type,
            String from,
            String fromText,
            String to,
            String toText) {}

    ChangelogReader(JsonCursor cursor, Collection<UserFacts> people) {
        this.cursor = cursor;
        this.people = people;
    }

    void read() throws IOException {
        if (cursor.isNull()) {
            return;
        }
        cursor.members(member -> {
            // A page of histories is called values where it is asked for by itself.
            if (member.equals("histories") || member.equals("values")) {
                count.listed();
                cursor.elements(history -> history());
            } else {
                count.note(member, cursor);
            }
        });
    }

    ChangelogExtent extent() {
        return count.extent();
    }

    List<HistoryItem> items() {
        return List.copyOf(items.values());
    }

    /** The last change that is known, else the given instant. */
    Instant latest(Instant otherwise) {
        return items.isEmpty() ? otherwise : items.lastKey().at();
    }

    private void history() throws IOException {
        historyId = null;
        at = null;
        pending.clear();
        cursor.members(member -> {
            switch (member) {
                case "id" -> historyId = cursor.name();
                case "created" -> at = cursor.instant();
                case "author" -> {
                    UserFacts author = FactReader.user(cursor);
                    if (author != null) {
                        people.add(author);
                    }
                }
                case "items" -> {
                    var index = new int[1];
                    cursor.elements(item -> item(index[0]++));
                }
                default -> {}
            }
        });
        if (at == null) {
            throw new InvalidRecord("%s/created is missing".formatted(cursor.pointer()));
        }
        String id = historyId == null ? "~" + unnamed++ : historyId;
        count.add(id);
        for (RawItem raw : pending) {
            ChangePoint point = new ChangePoint(at, id, raw.index());
            items.put(
                    point,
                    new HistoryItem(
                            point, raw.field(), raw.fieldId(), raw.from(), raw.fromText(), raw.to(), raw.toText()));
        }
    }

    private void item(int index) throws IOException {
        var texts = new String[7];
        cursor.members(member -> {
            int slot = switch (member) {
                case "field" -> 0;
                case "fieldId" -> 1;
                case "fieldtype" -> 2;
                case "from" -> 3;
                case "fromString" -> 4;
                case "to" -> 5;
                case "toString" -> 6;
                default -> -1;
            };
            if (slot >= 0) {
                texts[slot] = cursor.text();
            }
        });
        if (matters(texts)) {
            pending.add(new RawItem(index, texts[0], texts[1], texts[2], texts[3], texts[4], texts[5], texts[6]));
        }
    }

    private static boolean matters(String[] texts) {
        for (int value = 3; value < texts.length; value++) {
            if (texts[value] != null && texts[value].length() > MAX_VALUE) {
                return false;
            }
        }
        return "custom".equals(texts[2])
                || (texts[0] != null && NAMES.contains(texts[0].toLowerCase(Locale.ROOT)))
                || (texts[1] != null && (texts[1].startsWith("customfield_") || NAMES.contains(texts[1])));
    }
}
