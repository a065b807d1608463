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
 * @param window over which periods each bucket of {@code metric_time} counts; null means its own
 * @param per a second stage: computed for each of these groups first, then rolled up; null means none
 * @param show what the column shows in place of the value; null means the value
 * @param n whether the answer also has {@code <as>__n}, the number of values behind each number; null means no
 * @param minN with fewer values than this the number is null ({@code insufficient_n}); null means no such limit
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Measure(
        String name,
        Aggregation agg,
        String as,
        Map<String, Object> params,
        Window window,
        Rollup per,
        Show show,
        Boolean n,
        Integer minN) {
    public Measure {
        params = params == null ? Map.of() : Map.copyOf(params);
    }

    /** A measure of one stage, without a window, that shows its value. */
    public Measure(String name, Aggregation agg, String as, Map<String, Object> params) {
        this(name, agg, as, params, null, null, null, null, null);
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
