package io.plumbline.acceptance.history;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** A sprint as the tracker tells it; instants may be null. */
public record RawSprint(
        int id,
        String name,
        int board,
        String state,
        Instant start,
        Instant plannedEnd,
        Instant activated,
        Instant completed) {

    /** A sprint that ended, begun as planned. */
    public static RawSprint closed(int id, String name, String start, String completed) {
        Instant end = Instant.parse(completed);
        return new RawSprint(id, name, 1, "closed", Instant.parse(start), end.minusSeconds(3 * 86_400), null, end);
    }

    public RawSprint onBoard(int other) {
        return new RawSprint(id, name, other, state, start, plannedEnd, activated, completed);
    }

    /** As the board lists it. */
    ObjectNode json() {
        ObjectNode json = common();
        json.put("originBoardId", board);
        if (activated != null) {
            json.put("activatedDate", activated.toString());
        }
        return json;
    }

    /** As an issue's sprint field holds it. */
    ObjectNode inIssue() {
        return common().put("boardId", board);
    }

    private ObjectNode common() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", id);
        json.put("name", name);
        json.put("state", state);
        put(json, "startDate", start);
        put(json, "endDate", plannedEnd);
        put(json, "completeDate", completed);
        return json;
    }

    private static void put(ObjectNode json, String member, Instant at) {
        if (at != null) {
            json.put(member, at.toString());
        }
    }
}
