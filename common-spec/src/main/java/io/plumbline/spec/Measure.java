package io.plumbline.spec;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;

/**
 * One number column of the answer.
 *
 * @param name a metric of the catalog, optionally with a major version ({@code velocity@1})
 * @param agg how values roll up; null means the metric's own aggregation
 * @param as the result column; null means the metric's bare name
 * @param params values for the metric's parameters ({@code {"days": 10}}), whole numbers; never null
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Measure(String name, Aggregation agg, String as, Map<String, Object> params) {
    public Measure {
        params = params == null ? Map.of() : Map.copyOf(params);
    }

    /** A measure with the metric's own aggregation, column name and parameters. */
    public static Measure of(String name) {
        return new Measure(name, null, null, null);
    }

    /** The result column: {@code as}, or the metric's name without its version. */
    public String column() {
        return as != null ? as : bareName();
    }

    /** The metric's name without a version. */
    public String bareName() {
        int at = name.indexOf('@');
        return at < 0 ? name : name.substring(0, at);
    }
}
