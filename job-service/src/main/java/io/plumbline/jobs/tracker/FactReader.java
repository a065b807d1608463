package io.plumbline.jobs.tracker;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;

/** Reads the small objects that stand alone or inside issues: people, projects, statuses, sprints. */
final class FactReader {
    private static final Set<String> SPRINT_STATES = Set.of("future", "active", "closed");

    private FactReader() {}

    static <T> T required(T facts, String what, String members) {
        if (facts == null) {
            throw new InvalidRecord("%s needs %s".formatted(what, members));
        }
        return facts;
    }

    /** Null for null, and where the object names no one. */
    static UserFacts user(JsonCursor cursor) throws IOException {
        var ids = new String[3];
        var name = new String[1];
        cursor.members(member -> {
            switch (member) {
                case "accountId" -> ids[0] = cursor.name();
                case "key" -> ids[1] = cursor.name();
                case "name" -> ids[2] = cursor.name();
                case "displayName" -> name[0] = cursor.name();
                default -> {}
            }
        });
        String id = ids[0] != null ? ids[0] : ids[1] != null ? ids[1] : ids[2];
        return id == null ? null : new UserFacts(id, name[0] == null ? id : name[0]);
    }

    /** Null where id or key are missing. */
    static ProjectFacts project(JsonCursor cursor) throws IOException {
        var id = new String[1];
        var key = new String[1];
        var name = new String[1];
        cursor.members(member -> {
            switch (member) {
                case "id" -> id[0] = cursor.name();
                case "key" -> key[0] = cursor.name();
                case "name" -> name[0] = cursor.name();
                default -> {}
            }
        });
        if (id[0] == null || key[0] == null) {
            return null;
        }
        return new ProjectFacts(id[0], key[0], name[0] == null ? key[0] : name[0]);
    }

    /** Null where id or name are missing. */
    static StatusFacts status(JsonCursor cursor) throws IOException {
        var id = new String[1];
        var name = new String[1];
        var category = new Category[1];
        cursor.members(member -> {
            switch (member) {
                case "id" -> id[0] = cursor.name();
                case "name" -> name[0] = cursor.name();
                case "statusCategory" ->
                    cursor.members(inner -> {
                        if (inner.equals("key")) {
                            category[0] = Category.ofKey(cursor.text());
                        }
                    });
                default -> {}
            }
        });
        return id[0] == null || name[0] == null ? null : new StatusFacts(id[0], name[0], category[0]);
    }

    /** Null where the object is no sprint. */
    static SprintFacts sprint(JsonCursor cursor) throws IOException {
        return cursor.isNull() ? null : sprint(cursor.tree(), cursor.pointer());
    }

    /**
     * The sprint that a tree describes; null where it describes none.
     *
     * @throws InvalidRecord where it is a sprint with a state or a time that is none
     */
    static SprintFacts sprint(JsonNode node, String pointer) {
        String id = text(node, "id");
        String name = text(node, "name");
        String state = text(node, "state");
        if (id == null || name == null || state == null) {
            return null;
        }
        String known = state.toLowerCase(Locale.ROOT);
        if (!SPRINT_STATES.contains(known)) {
            throw new InvalidRecord(
                    "%s/state is \"%s\"; allowed: future, active, closed".formatted(pointer, Texts.excerpt(state, 40)));
        }
        String boardId = first(text(node, "originBoardId"), text(node, "boardId"), text(node.path("board"), "id"));
        String board = first(
                text(node, "boardName"),
                text(node, "originBoardName"),
                text(node.path("board"), "name"),
                text(node, "board"));
        return new SprintFacts(
                id,
                name,
                known,
                boardId,
                board == null ? boardId : board,
                text(node, "goal"),
                instant(node, "startDate", pointer),
                instant(node, "endDate", pointer),
                instant(node, "activatedDate", pointer),
                instant(node, "completeDate", pointer));
    }

    private static String first(String... texts) {
        for (String text : texts) {
            if (text != null) {
                return text;
            }
        }
        return null;
    }

    private static String text(JsonNode node, String member) {
        JsonNode value = node.path(member);
        String text = value.isValueNode() && !value.isNull() ? value.asText() : null;
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static Instant instant(JsonNode node, String member, String pointer) {
        String text = text(node, member);
        // Old servers write <null> in place of nothing.
        return text == null || text.equals("<null>") ? null : Timestamps.parse(text, pointer + "/" + member);
    }
}
