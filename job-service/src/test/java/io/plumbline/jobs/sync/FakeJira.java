package io.plumbline.jobs.sync;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.IntConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A Jira at the wire: the part of its API that syncs use, with its limits (pages, changelogs and comments cut short), its
 * times (to the minute, in the account's zone) and its refusals: what is not asked for as Jira wants it gets 400. Faults can
 * be put in its way.
 */
final class FakeJira implements AutoCloseable {
    static final String EMAIL = "sync@acme.com";
    static final String TOKEN = "ATATT3xFfGF0-secret-9Z7q";
    static final ZoneId ZONE = ZoneId.of("America/New_York");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern SEARCH =
            Pattern.compile("(?:project in \\((\"[A-Z0-9_]+\"(?:,\"[A-Z0-9_]+\")*)\\) AND )?"
                    + "updated >= \"(\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d)\"( ORDER BY updated ASC, key ASC)?");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
    private static final int CHANGES_WITHIN_SEARCH = 40;
    private static final int COMMENTS_WITHIN_SEARCH = 20;

    /** A request, as it came. */
    record Seen(String method, String path, Map<String, String> query, JsonNode body) {}

    /** An answer in place of the right one. */
    interface Fault {
        /** @param right the whole right answer */
        void answer(HttpExchange exchange, byte[] right) throws IOException;
    }

    final TreeMap<String, ObjectNode> issues = new TreeMap<>();
    final List<ObjectNode> sprints = new ArrayList<>();
    final List<Seen> requests = new CopyOnWriteArrayList<>();
    final List<Fault> faults = new CopyOnWriteArrayList<>();
    volatile String validToken = TOKEN;
    /** Hears the number of each search, before it is answered. */
    volatile IntConsumer beforeSearch = number -> {};

    private final HttpServer server;
    private int searches;

    FakeJira() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool(
                Thread.ofPlatform().daemon().name("fake-jira-", 0).factory()));
        server.createContext("/", this::handle);
        server.start();
    }

    String site() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    static Fault status(int status, String... headers) {
        return (exchange, right) -> {
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
            }
            send(exchange, status, "{\"errorMessages\":[\"not now\"]}".getBytes(StandardCharsets.UTF_8));
        };
    }

    static Fault text(String text) {
        return (exchange, right) -> send(exchange, 200, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Ends in the middle, with a right length header. */
    static Fault cutOff() {
        return (exchange, right) -> {
            exchange.sendResponseHeaders(200, right.length);
            exchange.getResponseBody().write(right, 0, right.length / 2);
            exchange.getResponseBody().flush();
            throw new IOException("cut off");
        };
    }

    static Fault after(long millis) {
        return (exchange, right) -> {
            pause(millis);
            send(exchange, 200, right);
        };
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] sent = exchange.getRequestBody().readAllBytes();
            var seen = new Seen(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getPath(),
                    query(exchange.getRequestURI().getRawQuery()),
                    sent.length == 0 ? null : JSON.readTree(sent));
            requests.add(seen);
            Reply reply = reply(exchange, seen);
            if (!faults.isEmpty() && reply.status() == 200) {
                faults.removeFirst().answer(exchange, reply.body());
            } else {
                send(exchange, reply.status(), reply.body());
            }
        } catch (RuntimeException e) {
            send(exchange, 500, String.valueOf(e).getBytes(StandardCharsets.UTF_8));
        }
    }

    private record Reply(int status, String text) {
        static Reply ok(JsonNode body) {
            return new Reply(200, body.toString());
        }

        static Reply refused(int status, String reason) {
            return ok(JSON.createObjectNode()
                            .set("errorMessages", JSON.createArrayNode().add(reason)))
                    .withStatus(status);
        }

        byte[] body() {
            return text.getBytes(StandardCharsets.UTF_8);
        }

        Reply withStatus(int status) {
            return new Reply(status, text);
        }
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private Reply reply(HttpExchange exchange, Seen seen) {
        String wanted = "Basic "
                + Base64.getEncoder().encodeToString((EMAIL + ":" + validToken).getBytes(StandardCharsets.UTF_8));
        if (!wanted.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            return Reply.refused(401, "Client must be authenticated to access this resource.");
        }
        if (seen.path.equals("/rest/api/3/search/jql")) {
            int number;
            synchronized (this) {
                number = ++searches;
            }
            beforeSearch.accept(number);
            if (!wanted.endsWith(
                    Base64.getEncoder().encodeToString((EMAIL + ":" + validToken).getBytes(StandardCharsets.UTF_8)))) {
                return Reply.refused(401, "Client must be authenticated to access this resource.");
            }
        }
        synchronized (this) {
            return answer(seen);
        }
    }

    private Reply answer(Seen seen) {
        String[] path = seen.path.substring(1).split("/", -1);
        return switch (seen.method + " " + seen.path) {
            case "GET /rest/api/3/myself" ->
                Reply.ok(JSON.createObjectNode()
                        .put("accountId", "5b10")
                        .put("displayName", "Sync")
                        .put("timeZone", ZONE.getId()));
            case "GET /rest/api/3/field" -> Reply.ok(fields());
            case "GET /rest/api/3/status" -> Reply.ok(statuses());
            case "GET /rest/api/3/project/search" -> Reply.ok(page(seen, projects(), "values"));
            case "GET /rest/agile/1.0/board" -> Reply.ok(page(seen, boards(), "values"));
            case "POST /rest/api/3/search/approximate-count" ->
                Reply.ok(JSON.createObjectNode()
                        .put("count", found(seen.body.path("jql").asText()).size()));
            case "POST /rest/api/3/search/jql" -> search(seen.body);
            case "POST /rest/api/3/issue/bulkfetch" -> bulk(seen.body);
            default -> one(seen, path);
        };
    }

    private Reply one(Seen seen, String[] path) {
        if (seen.path.matches("/rest/agile/1.0/board/\\d+/sprint")) {
            String state = seen.query.getOrDefault("state", "future,active,closed");
            List<ObjectNode> shown = sprints.stream()
                    .filter(sprint -> sprint.path("originBoardId").asText().equals(path[4]) || path[4].equals("9"))
                    .filter(sprint -> List.of(state.split(",", -1))
                            .contains(sprint.path("state").asText()))
                    .toList();
            return path[4].equals("8")
                    ? Reply.refused(400, "The board does not support sprints")
                    : Reply.ok(page(seen, shown, "values"));
        }
        if (seen.path.matches("/rest/agile/1.0/sprint/\\d+")) {
            return sprints.stream()
                    .filter(sprint -> sprint.path("id").asText().equals(path[4]))
                    .findFirst()
                    .map(sprint -> Reply.ok(sprint))
                    .orElseGet(() -> Reply.refused(404, "Sprint does not exist"));
        }
        if (seen.path.matches("/rest/api/3/issue/\\d+/(changelog|comment|worklog)")) {
            ObjectNode issue = issues.get(path[4]);
            if (issue == null) {
                return Reply.refused(404, "Issue does not exist or you do not have permission to see it.");
            }
            return switch (path[5]) {
                case "changelog" ->
                    Reply.ok(page(seen, list(issue.path("changelog").path("histories")), "values"));
                case "comment" ->
                    Reply.ok(
                            page(seen, list(issue.path("fields").path("comment").path("comments")), "comments"));
                default ->
                    Reply.ok(
                            page(seen, list(issue.path("fields").path("worklog").path("worklogs")), "worklogs"));
            };
        }
        return Reply.refused(404, "no such path");
    }

    private Reply search(JsonNode body) {
        int most = body.path("maxResults").asInt();
        if (most < 1
                || most > 5000
                || !body.path("expand").asText().equals("changelog")
                || !body.path("fields").path(0).asText().equals("*all")) {
            return Reply.refused(400, "unexpected search: " + body);
        }
        List<ObjectNode> found = found(body.path("jql").asText());
        if (body.has("nextPageToken")) {
            String[] after = new String(
                            Base64.getDecoder()
                                    .decode(body.path("nextPageToken").asText()),
                            StandardCharsets.UTF_8)
                    .split("\\|", 3);
            if (!after[2].equals(body.path("jql").asText())) {
                return Reply.refused(400, "The token belongs to another search");
            }
            found = found.stream()
                    .filter(issue -> place(issue).compareTo(after[0] + "|" + after[1]) > 0)
                    .toList();
        }
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode shown = answer.putArray("issues");
        found.stream().limit(most).forEach(issue -> shown.add(cut(issue)));
        answer.put("isLast", found.size() <= most);
        if (found.size() > most) {
            String token = place(found.get(most - 1)) + "|" + body.path("jql").asText();
            answer.put("nextPageToken", Base64.getEncoder().encodeToString(token.getBytes(StandardCharsets.UTF_8)));
        }
        return Reply.ok(answer);
    }

    private List<ObjectNode> found(String jql) {
        Matcher search = SEARCH.matcher(jql);
        if (!search.matches()) {
            throw new IllegalArgumentException("Error in the JQL Query: " + jql);
        }
        Instant from = LocalDateTime.parse(search.group(2), MINUTE).atZone(ZONE).toInstant();
        Set<String> keys = search.group(1) == null
                ? Set.of()
                : Set.of(search.group(1).replace("\"", "").split(",", -1));
        return issues.values().stream()
                .filter(issue -> !updated(issue).isBefore(from))
                .filter(issue -> keys.isEmpty()
                        || keys.contains(
                                issue.path("fields").path("project").path("key").asText()))
                .sorted(Comparator.comparing(FakeJira::place))
                .toList();
    }

    private static String place(JsonNode issue) {
        return updated(issue) + "|" + issue.path("key").asText();
    }

    static Instant updated(JsonNode issue) {
        return Instant.parse(issue.path("fields").path("updated").asText());
    }

    /** As Jira gives an issue within a search: the newest changes first, not all of them, and the first comments. */
    private static ObjectNode cut(ObjectNode issue) {
        ObjectNode shown = issue.deepCopy();
        shown.remove("names");
        List<ObjectNode> histories = list(issue.path("changelog").path("histories"));
        ArrayNode newest = shown.putObject("changelog")
                .put("startAt", 0)
                .put("maxResults", Math.min(histories.size(), CHANGES_WITHIN_SEARCH))
                .put("total", histories.size())
                .putArray("histories");
        histories.reversed().stream().limit(CHANGES_WITHIN_SEARCH).forEach(newest::add);
        JsonNode comments = issue.path("fields").path("comment").path("comments");
        if (comments.isArray()) {
            ArrayNode first = ((ObjectNode) shown.path("fields"))
                    .putObject("comment")
                    .put("total", comments.size())
                    .putArray("comments");
            list(comments).stream().limit(COMMENTS_WITHIN_SEARCH).forEach(first::add);
        }
        return shown;
    }

    private Reply bulk(JsonNode body) {
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode found = answer.putArray("issues");
        answer.putArray("issueErrors");
        if (body.path("issueIdsOrKeys").size() > 100) {
            return Reply.refused(400, "too many");
        }
        for (JsonNode id : body.path("issueIdsOrKeys")) {
            if (issues.containsKey(id.asText())) {
                found.addObject().put("id", id.asText());
            }
        }
        return Reply.ok(answer);
    }

    private static ObjectNode page(Seen seen, List<ObjectNode> all, String member) {
        int start = Integer.parseInt(seen.query.getOrDefault("startAt", "0"));
        int size = Math.min(10, Integer.parseInt(seen.query.getOrDefault("maxResults", "50")));
        ObjectNode page = JSON.createObjectNode()
                .put("startAt", start)
                .put("maxResults", size)
                .put("total", all.size());
        ArrayNode values = page.putArray(member);
        all.stream().skip(start).limit(size).forEach(values::add);
        if (member.equals("values")) {
            page.put("isLast", start + size >= all.size());
        }
        return page;
    }

    private static List<ObjectNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(node -> (ObjectNode) node)
                .toList();
    }

    private static Map<String, String> query(String raw) {
        Map<String, String> query = new HashMap<>();
        if (raw != null) {
            for (String pair : raw.split("&", -1)) {
                String[] parts = pair.split("=", 2);
                query.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
            }
        }
        return query;
    }

    // --- What the site holds ---

    private static ArrayNode fields() {
        ArrayNode fields = JSON.createArrayNode();
        fields.addObject().put("id", "summary").put("name", "Summary").put("custom", false);
        fields.addObject()
                .put("id", "customfield_10099")
                .put("name", "Story Points")
                .put("custom", true);
        fields.addObject().put("id", "customfield_10016").put("name", "Risk").put("custom", true);
        fields.addObject().put("id", "customfield_10050").put("name", "Team").put("custom", true);
        return fields;
    }

    static ArrayNode statuses() {
        ArrayNode statuses = JSON.createArrayNode();
        Stream.of("1 new To-Do", "3 indeterminate Doing", "5 done Done")
                .map(line -> line.split(" ", 3))
                .forEach(parts -> {
                    ObjectNode status = statuses.addObject().put("id", parts[0]).put("name", parts[2]);
                    status.putObject("statusCategory").put("key", parts[1]);
                });
        return statuses;
    }

    static List<ObjectNode> projects() {
        return Stream.of("PAY", "OPS")
                .map(key -> JSON.createObjectNode()
                        .put("id", key.equals("PAY") ? "10" : "11")
                        .put("key", key)
                        .put("name", "Project " + key))
                .toList();
    }

    private static List<ObjectNode> boards() {
        return Stream.of("7 scrum Payments", "8 simple Ideas", "9 scrum Everything")
                .map(line -> line.split(" ", 3))
                .map(parts -> JSON.createObjectNode()
                        .put("id", Integer.parseInt(parts[0]))
                        .put("type", parts[1])
                        .put("name", parts[2]))
                .toList();
    }

    synchronized ObjectNode addIssue(int number, String project, Instant created) {
        ObjectNode issue = JSON.createObjectNode().put("id", Integer.toString(1000 + number));
        issue.put("key", project + "-" + number);
        ObjectNode fields = issue.putObject("fields");
        fields.putObject("project")
                .put("id", project.equals("PAY") ? "10" : "11")
                .put("key", project)
                .put("name", "Project " + project);
        fields.put("summary", "Issue " + number)
                .put("created", created.toString())
                .put("updated", created.toString());
        fields.putObject("issuetype")
                .put("name", number % 4 == 0 ? "Bug" : "Story")
                .put("subtask", false);
        fields.putObject("priority").put("name", "Medium");
        fields.putObject("reporter").put("accountId", "u1").put("displayName", "Ana Novak");
        fields.putNull("assignee");
        fields.putArray("labels");
        fields.put("customfield_10099", number % 8);
        fields.put("customfield_10016", 99);
        setStatus(fields, "1");
        issue.putObject("names").put("customfield_10099", "Story Points").put("customfield_10016", "Risk");
        issue.putObject("changelog").putArray("histories");
        issues.put(issue.path("id").asText(), issue);
        return issue;
    }

    private static void setStatus(ObjectNode fields, String id) {
        for (JsonNode status : statuses()) {
            if (status.path("id").asText().equals(id)) {
                fields.set("status", status);
            }
        }
    }

    synchronized void move(String id, String to, Instant at) {
        ObjectNode issue = issues.get(id);
        ObjectNode fields = (ObjectNode) issue.path("fields");
        JsonNode from = fields.path("status");
        setStatus(fields, to);
        ObjectNode item = change(issue, at)
                .put("field", "status")
                .put("fieldId", "status")
                .put("fieldtype", "jira");
        item.put("from", from.path("id").asText())
                .put("fromString", from.path("name").asText());
        item.put("to", to).put("toString", fields.path("status").path("name").asText());
    }

    synchronized void plan(String id, String sprint, Instant at) {
        ObjectNode item = change(issues.get(id), at).put("field", "Sprint").put("fieldId", "customfield_10020");
        item.put("fieldtype", "custom")
                .put("from", "")
                .put("fromString", "")
                .put("to", sprint)
                .put("toString", "S" + sprint);
    }

    private static ObjectNode change(ObjectNode issue, Instant at) {
        ArrayNode histories = (ArrayNode) issue.path("changelog").path("histories");
        ObjectNode history = histories.addObject();
        history.put("id", issue.path("id").asText() + histories.size()).put("created", at.toString());
        history.putObject("author").put("accountId", "u2").put("displayName", "Ben");
        ((ObjectNode) issue.path("fields")).put("updated", at.toString());
        return history.putArray("items").addObject();
    }

    synchronized void comment(String id, String text, Instant at) {
        ObjectNode fields = (ObjectNode) issues.get(id).path("fields");
        ArrayNode comments = fields.has("comment")
                ? (ArrayNode) fields.path("comment").path("comments")
                : fields.putObject("comment").putArray("comments");
        ObjectNode comment = comments.addObject();
        comment.put("id", id + "0" + comments.size())
                .put("body", text)
                .put("created", at.toString())
                .put("updated", at.toString());
        comment.putObject("author").put("accountId", "u3").put("displayName", "Eva");
        fields.put("updated", at.toString());
    }

    synchronized void sprint(int id, String state, Instant start) {
        sprints.removeIf(sprint -> sprint.path("id").asInt() == id);
        ObjectNode sprint = JSON.createObjectNode()
                .put("id", id)
                .put("name", "S" + id)
                .put("state", state)
                .put("originBoardId", 7);
        sprint.put("startDate", start.toString())
                .put("endDate", start.plusSeconds(14 * 86_400).toString());
        if (state.equals("closed")) {
            sprint.put("completeDate", start.plusSeconds(14 * 86_400).toString());
        }
        sprints.add(sprint);
    }

    synchronized void delete(String id) {
        issues.remove(id);
    }

    /** The same data as a file to import. */
    synchronized List<String> exported() {
        List<String> lines = new ArrayList<>();
        statuses().forEach(status -> lines.add(line("status", status)));
        projects().forEach(project -> lines.add(line("project", project)));
        sprints.forEach(sprint -> lines.add(line("sprint", sprint.deepCopy().put("boardName", "Payments"))));
        issues.values().forEach(issue -> lines.add(line("issue", issue)));
        return lines;
    }

    private static String line(String kind, JsonNode data) {
        return JSON.createObjectNode().put("kind", kind).set("data", data).toString();
    }

    List<Seen> requestsTo(String path) {
        return requests.stream().filter(seen -> seen.path.equals(path)).toList();
    }

    List<String> searched() {
        return requestsTo("/rest/api/3/search/jql").stream()
                .map(seen -> seen.body.path("jql").asText() + (seen.body.has("nextPageToken") ? " +token" : ""))
                .toList();
    }
}
