package io.plumbline.jobs.jira;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Fetches what a search leaves out of an issue. Jira gives the newest 40 changes at most, and says how many there are; some
 * versions of it said less than there are, so that a full list of 40 is never taken as whole.
 */
final class WholeIssue {
    private static final int CUT = 40;

    private final JiraSite site;

    WholeIssue(JiraSite site) {
        this.site = site;
    }

    void complete(ObjectNode issue) {
        String id = issue.path("id").asText();
        JsonNode changelog = issue.path("changelog");
        if (isCut(changelog, "histories", CUT)) {
            issue.set("changelog", page("histories", all(id, "changelog", "values")));
        }
        if (issue.path("fields") instanceof ObjectNode fields) {
            if (isCut(fields.path("comment"), "comments", Integer.MAX_VALUE) && fields.has("comment")) {
                fields.set("comment", page("comments", all(id, "comment", "comments")));
            }
            if (isCut(fields.path("worklog"), "worklogs", Integer.MAX_VALUE) && fields.has("worklog")) {
                fields.set("worklog", page("worklogs", all(id, "worklog", "worklogs")));
            }
        }
    }

    private static boolean isCut(JsonNode page, String member, int limit) {
        JsonNode list = page.path(member);
        return !list.isArray() || list.size() >= limit || page.path("total").asLong(0) > list.size();
    }

    private ArrayNode all(String id, String list, String member) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        site.details(id, list, member, all::add);
        return all;
    }

    private static ObjectNode page(String member, ArrayNode all) {
        ObjectNode page = JsonNodeFactory.instance.objectNode();
        page.put("startAt", 0).put("maxResults", all.size()).put("total", all.size());
        page.set(member, all);
        return page;
    }
}
