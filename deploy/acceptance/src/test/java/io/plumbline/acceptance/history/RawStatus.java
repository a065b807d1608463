package io.plumbline.acceptance.history;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A status of a tracker.
 *
 * @param category the tracker's key: new, indeterminate or done
 * @param announced whether the tracker lists it among its status objects; else only issues and histories tell of it
 */
public record RawStatus(String id, String name, String category, boolean announced) {
    public static final RawStatus TO_DO = new RawStatus("1", "To Do", "new", true);
    public static final RawStatus IN_PROGRESS = new RawStatus("3", "In Progress", "indeterminate", true);
    public static final RawStatus REVIEW = new RawStatus("4", "In Review", "indeterminate", true);
    public static final RawStatus BLOCKED = new RawStatus("5", "Blocked", "indeterminate", true);
    public static final RawStatus DONE = new RawStatus("9", "Done", "done", true);
    public static final RawStatus CLOSED = new RawStatus("10", "Closed", "done", true);

    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", id);
        json.put("name", name);
        json.putObject("statusCategory").put("key", category);
        return json;
    }
}
