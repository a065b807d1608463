package io.plumbline.query.compiler.resolve;

import io.plumbline.query.compiler.resolve.Value.Leaf;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One cell of an answer as a question of its own, whose only number is that cell.
 *
 * @param spec no measure, the filters and the range of that row; its dimensions are the lists of which the row has one value
 * @param measure the measure that was opened
 * @param leaf what of it
 * @param part its name; empty where the measure has no parts
 * @param offset how many rows of what is behind it to pass over; how many to give is the spec's limit
 * @param members the row's value of each dimension left in the spec; no value where the row is the group without one
 */
public record ResolvedCell(
        ResolvedSpec spec,
        ResolvedMeasure measure,
        Leaf leaf,
        Optional<String> part,
        int offset,
        Map<String, Optional<String>> members) {
    public ResolvedCell {
        members = Map.copyOf(members);
    }

    /** The same question, also grouped by these dimensions. */
    public ResolvedSpec by(List<ResolvedDimension> more) {
        return spec.at(Stream.concat(spec.dimensions().stream(), more.stream()).toList());
    }
}
