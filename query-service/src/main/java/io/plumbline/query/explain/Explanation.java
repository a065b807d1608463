package io.plumbline.query.explain;

import io.plumbline.query.compiler.plan.PlanDescription;
import java.util.List;

/**
 * How a spec would be run. Nothing in it comes from data, so that it tells nothing of any tenant's rows.
 *
 * @param words how each number is computed, in sentences
 * @param sql the statement
 * @param parameters what stands for {@code $1} to {@code $n}, in order
 * @param metrics {@code name@version}
 * @param plan the steps of the statement in words
 */
public record Explanation(
        List<String> words, String sql, List<Parameter> parameters, List<String> metrics, PlanDescription plan) {
    /**
     * A bind value.
     *
     * @param position the number after {@code $}
     * @param name what it is
     * @param type text, integer, double, boolean, date, timestamp, or one of them with {@code []}
     */
    public record Parameter(int position, String name, String type, Object value) {}
}
