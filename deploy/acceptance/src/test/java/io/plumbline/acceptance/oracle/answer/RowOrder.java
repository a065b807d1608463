package io.plumbline.acceptance.oracle.answer;

import io.plumbline.acceptance.oracle.query.Dim;
import io.plumbline.acceptance.oracle.query.Order;
import io.plumbline.acceptance.oracle.query.Query;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The order of rows: as asked, else by time, else the first measure from the top; ties by dimensions. Nulls last. */
final class RowOrder implements Comparator<Map<String, Object>> {
    /** The hidden column that orders the rows of an answer by sprint. */
    static final String SPRINT = "metric_time__order";

    private final List<Order> keys = new ArrayList<>();
    private final boolean exact;

    RowOrder(Query query) {
        this(query, false);
    }

    private RowOrder(Query query, boolean exact) {
        this.exact = exact;
        keys.addAll(query.sort());
        if (keys.isEmpty()) {
            query.dims().stream()
                    .filter(Dim::isTime)
                    .findFirst()
                    .ifPresentOrElse(
                            d -> keys.add(new Order(d.field(), false)),
                            () -> keys.add(new Order(query.asks().getFirst().column(), true)));
        }
        query.dims().forEach(d -> keys.add(new Order(d.field(), false)));
        if (query.isBySprint()) {
            keys.replaceAll(k -> k.field().equals("metric_time") ? new Order(SPRINT, k.descending()) : k);
        }
    }

    /** Whether rows stand in order, be it with numbers as they are or without their rounding. */
    static boolean isKept(Query query, List<Map<String, Object>> rows) {
        RowOrder nearly = new RowOrder(query, false);
        RowOrder exactly = new RowOrder(query, true);
        for (int i = 1; i < rows.size(); i++) {
            if (nearly.compare(rows.get(i - 1), rows.get(i)) > 0 && exactly.compare(rows.get(i - 1), rows.get(i)) > 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int compare(Map<String, Object> a, Map<String, Object> b) {
        for (Order key : keys) {
            int order = compare(a.get(key.field()), b.get(key.field()), key.descending());
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private int compare(Object a, Object b, boolean descending) {
        if (a == null || b == null) {
            return Boolean.compare(a == null, b == null);
        }
        int order =
                a instanceof Double x ? numbers(x, (Double) b) : a.toString().compareTo(b.toString());
        return descending ? -order : order;
    }

    private int numbers(double a, double b) {
        return !exact && isSame(a, b) ? 0 : Double.compare(a, b);
    }

    /** Numbers that differ only by rounding are equal. */
    static boolean isSame(double a, double b) {
        return Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));
    }
}
