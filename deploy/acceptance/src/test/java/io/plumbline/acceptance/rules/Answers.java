package io.plumbline.acceptance.rules;

import io.plumbline.acceptance.history.RawTracker;
import java.util.List;
import java.util.Map;

/** Something that answers specs over tracker records: the oracle or the product. */
public interface Answers {
    /** Rows in order; numbers are doubles. */
    List<Map<String, Object>> rows(String spec, RawTracker... trackers);

    /** The only value of the only row. */
    default Object value(String spec, RawTracker... trackers) {
        List<Map<String, Object>> rows = rows(spec, trackers);
        if (rows.size() != 1 || rows.getFirst().size() != 1) {
            throw new AssertionError("one value expected: " + rows);
        }
        return rows.getFirst().values().iterator().next();
    }

    /** The value of one metric over all time. */
    default Object total(String metric, RawTracker... trackers) {
        return value("{\"measures\":[{\"name\":\"%s\"}]}".formatted(metric), trackers);
    }
}
