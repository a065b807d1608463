package io.plumbline.jobs.jira;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** What a sync asks of a Jira, in Jira's own JSON. Not thread-safe. */
public final class JiraSite {
    /** A list that goes on for so many pages is a loop. */
    private static final int MAX_PAGES = 10_000;

    /** Where the zone is unknown: a wall clock of the west asks for too much, never for too little. */
    private static final ZoneId WESTERNMOST = ZoneOffset.ofHours(-12);

    /** One of many values of a document. */
    private static final ObjectReader ELEMENT =
            JiraClient.JSON.readerFor(ObjectNode.class).without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private static final int LIST_PAGE = 50;
    private static final int DETAIL_PAGE = 100;

    /** So many issues one call of bulkfetch takes. */
    public static final int BULK = 100;

    private final JiraClient client;
    private int searchPage;

    JiraSite(JiraClient client) {
        this.client = client;
        this.searchPage = client.settings().pageSize();
    }

    public long requests() {
        return client.requests();
    }

    public long throttled() {
        return client.throttled();
    }

    /** Who asks. */
    public Account myself() {
        JsonNode me = client.get("/rest/api/3/myself");
        String id = me.path("accountId").asText("");
        if (id.isEmpty()) {
            throw new JiraFault(JiraFault.Kind.NOT_FOUND, "The site answers, but not as Jira Cloud does.");
        }
        return new Account(
                id, me.path("displayName").asText(id), zone(me.path("timeZone").asText("")));
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            return WESTERNMOST;
        }
    }

    /** Every field: id, name, whether custom. */
    public JsonNode fields() {
        return client.get("/rest/api/3/field");
    }

    /** Every status with its category. */
    public JsonNode statuses() {
        return client.get("/rest/api/3/status");
    }

    /** The projects that the account sees. */
    public void projects(Consumer<JsonNode> sink) {
        pages("/rest/api/3/project/search?orderBy=key&", LIST_PAGE, "values", sink);
    }

    /** The boards; nothing where the site has none (no Jira Software) or the account may not see them. */
    public List<JsonNode> boards() {
        List<JsonNode> boards = new ArrayList<>();
        try {
            pages("/rest/agile/1.0/board?", LIST_PAGE, "values", boards::add);
        } catch (JiraFault e) {
            unlessMissing(e);
        }
        return boards;
    }

    /** A board's sprints; {@code open}: only those that have not ended. A board without sprints has none. */
    public void sprints(String board, boolean open, Consumer<JsonNode> sink) {
        String path =
                "/rest/agile/1.0/board/%s/sprint?%s".formatted(encoded(board), open ? "state=active,future&" : "");
        try {
            pages(path, LIST_PAGE, "values", sink);
        } catch (JiraFault e) {
            unlessMissing(e);
        }
    }

    /** A sprint; empty where it is gone. */
    public Optional<JsonNode> sprint(String id) {
        try {
            return Optional.of(client.get("/rest/agile/1.0/sprint/" + encoded(id)));
        } catch (JiraFault e) {
            unlessMissing(e);
            return Optional.empty();
        }
    }

    /** About how many issues a search finds; -1 where Jira does not say. */
    public long count(String jql) {
        ObjectNode body = JiraClient.JSON.createObjectNode().put("jql", jql);
        try {
            return client.post("/rest/api/3/search/approximate-count", body)
                    .path("count")
                    .asLong(-1);
        } catch (JiraFault e) {
            unlessMissing(e);
            return -1;
        }
    }

    /**
     * A page of a search.
     *
     * @param next continues the search; null where nothing follows
     */
    public record Found(List<ObjectNode> issues, String next) {}

    /**
     * A page of issues with all fields, changelog, comments and worklogs as far as Jira gives them within a search. Where it
     * would be too large, it is asked for in smaller ones, from then on.
     *
     * @param token of the page before; null for the first
     */
    public Found search(String jql, String token) {
        while (true) {
            ObjectNode body = JiraClient.JSON.createObjectNode().put("jql", jql).put("maxResults", searchPage);
            body.put("expand", "changelog");
            body.putArray("fields")
                    .add("*all")
                    .add("-attachment")
                    .add("-issuelinks")
                    .add("-subtasks")
                    .add("-votes")
                    .add("-watches");
            if (token != null) {
                body.put("nextPageToken", token);
            }
            try {
                return client.call("/rest/api/3/search/jql", body, JiraSite::found);
            } catch (JiraFault e) {
                if (e.kind() != JiraFault.Kind.TOO_LARGE || searchPage == 1) {
                    throw e;
                }
                searchPage = Math.max(1, searchPage / 4);
            }
        }
    }

    /** How many issues a page holds at most. */
    public int pageSize() {
        return searchPage;
    }

    private static Found found(byte[] body) throws IOException {
        List<ObjectNode> issues = new ArrayList<>();
        String next = null;
        boolean last = false;
        boolean listed = false;
        try (JsonParser parser = JiraClient.JSON.createParser(body)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("no object");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String member = parser.currentName();
                JsonToken value = parser.nextToken();
                if (member.equals("issues") && value == JsonToken.START_ARRAY) {
                    listed = true;
                    while (parser.nextToken() == JsonToken.START_OBJECT) {
                        issues.add(ELEMENT.readValue(parser));
                    }
                } else if (member.equals("nextPageToken")) {
                    next = parser.getValueAsString();
                } else if (member.equals("isLast")) {
                    last = parser.getValueAsBoolean();
                } else {
                    parser.skipChildren();
                }
            }
        }
        if (!listed) {
            throw new IOException("no issues");
        }
        return new Found(issues, last ? null : next);
    }

    /** Completes what Jira cuts short within a search: changelog, comments, worklogs. */
    public void complete(ObjectNode issue) {
        new WholeIssue(this).complete(issue);
    }

    /** Of these issues, the ones that the account still sees, and those that Jira can't tell of just now. */
    public Set<String> existing(Collection<String> ids) {
        ObjectNode body = JiraClient.JSON.createObjectNode();
        ids.forEach(body.putArray("issueIdsOrKeys")::add);
        body.putArray("fields").add("updated");
        JsonNode answer = client.post("/rest/api/3/issue/bulkfetch", body);
        if (!answer.path("issues").isArray()) {
            throw new JiraFault(JiraFault.Kind.UNAVAILABLE, "Jira does not say which issues still exist.");
        }
        Set<String> found = new HashSet<>();
        answer.path("issues").forEach(issue -> found.add(issue.path("id").asText()));
        answer.path("issueErrors").forEach(error -> found.add(error.path("id").asText()));
        return found;
    }

    void details(String issue, String list, String member, Consumer<JsonNode> sink) {
        pages("/rest/api/3/issue/%s/%s?".formatted(encoded(issue), list), DETAIL_PAGE, member, sink);
    }

    private void pages(String path, int size, String member, Consumer<JsonNode> sink) {
        long start = 0;
        for (int page = 0; page < MAX_PAGES; page++) {
            JsonNode answer = client.get("%sstartAt=%d&maxResults=%d".formatted(path, start, size));
            JsonNode values = answer.path(member);
            if (!values.isArray()) {
                throw new JiraFault(
                        JiraFault.Kind.UNAVAILABLE,
                        "Jira's answer to %s is no list.".formatted(path.split("\\?", 2)[0]));
            }
            values.forEach(sink);
            start += values.size();
            boolean whole = answer.has("total") && start >= answer.path("total").asLong();
            if (values.isEmpty() || answer.path("isLast").asBoolean(false) || whole) {
                return;
            }
        }
        throw new JiraFault(JiraFault.Kind.UNAVAILABLE, "Jira's list does not end.");
    }

    private static void unlessMissing(JiraFault fault) {
        switch (fault.kind()) {
            case NOT_FOUND, REFUSED, FORBIDDEN -> {}
            case UNAUTHORIZED, NOT_ALLOWED, UNAVAILABLE, TOO_LARGE -> throw fault;
        }
    }

    private static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8);
    }
}
