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
    private final List<Order> keys = new ArrayList<>();

    RowOrder(Query query) {
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

    private static int compare(Object a, Object b, boolean descending) {
        if (a == null || b == null) {
            return Boolean.compare(a == null, b == null);
        }
        int order =
                a instanceof Double x ? numbers(x, (Double) b) : a.toString().compareTo(b.toString());
        return descending ? -order : order;
    }

    /** Numbers that differ only by rounding are equal. */
    private static int numbers(double a, double b) {
        return Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b)) ? 0 : Double.compare(a, b);
    }
}
