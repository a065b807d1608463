package io.plumbline.jobs.sync;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.jobs.jira.JiraFault;
import io.plumbline.jobs.jira.JiraSite;
import io.plumbline.jobs.jira.Jql;
import io.plumbline.jobs.tracker.InvalidRecord;
import io.plumbline.jobs.tracker.Timestamps;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Goes through issues by the time of their last change, oldest first. Issues that change meanwhile move to the end and are met
 * again, so none is passed over.
 *
 * <p>Each page is a search of its own from the last minute that the page before reached: nothing depends on how Jira
 * continues a search while its order changes under it, and the walk can begin again anywhere. Only where more issues changed
 * within a minute than fit on a page (a bulk change) the search is continued by Jira's token.
 */
final class IssueWalk {
    /** Of a page, so much may be asked for twice. */
    private static final int SHARE_AGAIN = 4;

    private final JiraSite jira;
    private final List<String> projects;
    private final ZoneId zone;
    private Instant from;
    private String token;
    private boolean resumed;
    private final Set<String> taken = new HashSet<>();

    /** @param from begins with the minute of this instant; null for all issues */
    IssueWalk(JiraSite jira, List<String> projects, ZoneId zone, Instant from) {
        this.jira = jira;
        this.projects = projects;
        this.zone = zone;
        this.from = from;
    }

    /** Takes the pages. */
    interface Sink {
        void issue(ObjectNode issue) throws IOException;

        /** A page is done: all issues changed until then were given (null: that is not known). */
        void page(Instant reached) throws IOException, SQLException;
    }

    void run(Sink sink) throws IOException, SQLException {
        while (true) {
            Optional<JiraSite.Found> page = search();
            if (page.isEmpty()) {
                continue;
            }
            JiraSite.Found found = page.get();
            for (ObjectNode issue : found.issues()) {
                if (taken.add(versionOf(issue))) {
                    jira.complete(issue);
                    sink.issue(issue);
                }
            }
            if (found.next() == null) {
                sink.page(latest(found.issues()).orElse(null));
                return;
            }
            Instant reached = reached(found.issues()).orElse(null);
            sink.page(reached);
            goOn(found, reached);
        }
    }

    /** Empty where Jira no longer knows the token: the minute begins anew. */
    private Optional<JiraSite.Found> search() {
        try {
            JiraSite.Found found = jira.search(Jql.changedSince(from, zone, projects), token);
            resumed = false;
            return Optional.of(found);
        } catch (JiraFault e) {
            if (e.kind() != JiraFault.Kind.REFUSED || token == null || resumed) {
                throw e;
            }
            token = null;
            resumed = true;
            return Optional.empty();
        }
    }

    private void goOn(JiraSite.Found found, Instant reached) {
        Instant minute = reached == null ? null : Jql.minuteOf(reached);
        boolean further = minute != null && (from == null || minute.isAfter(Jql.minuteOf(from)));
        long again = further
                ? found.issues().stream()
                        .map(IssueWalk::updated)
                        .filter(at -> at.filter(time -> !time.isBefore(minute)).isPresent())
                        .count()
                : 0;
        if (further && again * SHARE_AGAIN <= found.issues().size()) {
            from = minute;
            token = null;
            taken.clear();
            found.issues().stream()
                    .filter(issue ->
                            updated(issue).filter(at -> !at.isBefore(minute)).isPresent())
                    .map(IssueWalk::versionOf)
                    .forEach(taken::add);
        } else {
            token = found.next();
        }
    }

    /**
     * How far a page surely reaches. Jira sorts by an index, but shows the present fields: an issue changed in this moment
     * stands at its old place with its new time. So the last of the page is not trusted alone, but the earliest of its last
     * quarter.
     */
    private static Optional<Instant> reached(List<ObjectNode> issues) {
        int quarter = Math.max(1, issues.size() / SHARE_AGAIN);
        return times(
                issues.subList(Math.max(0, issues.size() - quarter), issues.size()),
                all -> all.min(Instant::compareTo));
    }

    /** At the end of a search there is nothing after it: the overlap of the next run covers what changes just now. */
    private static Optional<Instant> latest(List<ObjectNode> issues) {
        return times(issues, all -> all.max(Instant::compareTo));
    }

    private static Optional<Instant> times(
            List<ObjectNode> issues, Function<Stream<Instant>, Optional<Instant>> choice) {
        return choice.apply(issues.stream().map(IssueWalk::updated).flatMap(Optional::stream));
    }

    private static String versionOf(JsonNode issue) {
        return issue.path("id").asText() + "@"
                + issue.path("fields").path("updated").asText();
    }

    /** Empty where an issue has no readable time; the import tells why then. */
    private static Optional<Instant> updated(JsonNode issue) {
        String text = issue.path("fields").path("updated").asText("");
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(Timestamps.parse(text, "updated"));
        } catch (InvalidRecord e) {
            return Optional.empty();
        }
    }
}
