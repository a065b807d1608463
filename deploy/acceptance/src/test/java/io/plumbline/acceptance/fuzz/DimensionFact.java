package io.plumbline.acceptance.fuzz;

import java.util.List;

/**
 * What a generator needs to know of a dimension.
 *
 * @param type text, text_list, boolean or time
 * @param closed all values it may have, empty where they are the tracker's own
 * @param seen some of the tracker's own values
 */
record DimensionFact(String name, String type, List<String> closed, List<String> seen, boolean perSprint) {
    static final String METRIC_TIME = "metric_time";

    boolean isTime() {
        return type.equals("time");
    }

    boolean isMetricTime() {
        return name.equals(METRIC_TIME);
    }

    boolean isList() {
        return type.equals("text_list");
    }

    boolean isText() {
        return type.startsWith("text");
    }
}
