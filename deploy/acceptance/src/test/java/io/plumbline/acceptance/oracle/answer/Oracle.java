package io.plumbline.acceptance.oracle.answer;

import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.acceptance.oracle.metric.Metrics;
import io.plumbline.acceptance.oracle.model.Tracker;
import io.plumbline.acceptance.oracle.query.Query;
import java.time.Instant;
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
        List<Column> columns = query.asks().stream()
                .map(ask -> new Column(ask.column(), new Metrics(trackers).of(ask), query, now))
                .toList();
        List<Map<String, Object>> rows = new Table(query, columns, now).rows();
        rows.sort(new RowOrder(query));
        return new Answer(rows.stream().limit(query.limit()).toList(), rows.size());
    }

    /** Whether rows stand in the order that a query asks for. */
    public static boolean isOrdered(Query query, List<Map<String, Object>> rows) {
        RowOrder order = new RowOrder(query);
        for (int i = 1; i < rows.size(); i++) {
            if (order.compare(rows.get(i - 1), rows.get(i)) > 0) {
                return false;
            }
        }
        return true;
    }
}
