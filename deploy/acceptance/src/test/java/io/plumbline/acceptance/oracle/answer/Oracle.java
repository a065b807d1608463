package io.plumbline.acceptance.oracle.answer;

import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.acceptance.oracle.metric.Metrics;
import io.plumbline.acceptance.oracle.model.Tracker;
import io.plumbline.acceptance.oracle.query.Query;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Answers specs over the trackers of one tenant. */
public final class Oracle {
    private final List<Tracker> trackers;

    public Oracle(List<Tracker> trackers) {
        this.trackers = List.copyOf(trackers);
    }

    /** The answer as of an instant. */
    public Answer answer(JsonNode spec, Instant now) {
        Query query = Query.read(spec);
        return query.asOf() == null
                ? answer(query, trackers, now)
                : answer(query, trackers.stream().map(t -> t.asOf(query.asOf())).toList(), query.asOf());
    }

    private static Answer answer(Query query, List<Tracker> trackers, Instant now) {
        Metrics metrics = new Metrics(trackers);
        List<Measured> columns = query.asks().stream()
                .map(ask -> new Measured(ask, metrics.of(ask), query, now))
                .toList();
        List<Map<String, Object>> rows = query.isBySprint()
                ? new SprintTable(query, columns, metrics.axis(query)).rows()
                : new Table(query, columns, now).rows();
        new Places(query).write(rows);
        rows.removeIf(row -> !isWanted(query, row));
        rows.sort(new RowOrder(query));
        return Answer.of(rows.stream().limit(query.limit()).toList(), rows.size());
    }

    private static boolean isWanted(Query query, Map<String, Object> row) {
        return query.answerFilters().stream()
                .allMatch(f -> f.accepts(field -> Collections.singletonList(row.get(field))));
    }

    /** Whether rows stand in the order that a query asks for. */
    public static boolean isOrdered(Query query, List<Map<String, Object>> rows) {
        return RowOrder.isKept(query, rows);
    }
}
