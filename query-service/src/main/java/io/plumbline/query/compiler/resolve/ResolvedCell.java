package io.plumbline.query.compiler.resolve;

import io.plumbline.query.compiler.resolve.Value.Leaf;
import io.plumbline.spec.Window;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One cell of an answer as a question of its own, whose only number is that cell.
 *
 * @param spec no measure, the filters and the range of that row; its dimensions are those that a row is looked for by and
 *     those of the groups
 * @param measure the measure that was opened
 * @param leaf what of it; in two stages what the groups' values are made of
 * @param part its name; empty where the measure has no parts
 * @param offset how many rows of what is behind it to pass over; how many to give is the spec's limit
 * @param members the row's value of each column that it is looked for by, a text, boolean or day; no value where the row is
 *     the group without one
 * @param groups in two stages the dimensions whose groups were rolled up
 * @param window which sprints count in that of the row; of calendar periods the range has them already
 */
public record ResolvedCell(
        ResolvedSpec spec,
        ResolvedMeasure measure,
        Leaf leaf,
        Optional<String> part,
        int offset,
        Map<String, Optional<Object>> members,
        List<ResolvedDimension> groups,
        Optional<Window> window) {
    public ResolvedCell {
        members = Map.copyOf(members);
        groups = List.copyOf(groups);
    }

    /** The same question, also grouped by these dimensions where it is not yet. */
    public ResolvedSpec by(List<ResolvedDimension> more) {
        Stream<ResolvedDimension> others = more.stream()
                .filter(dimension ->
                        spec.dimensions().stream().noneMatch(own -> own.name().equals(dimension.name())));
        return spec.at(Stream.concat(spec.dimensions().stream(), others).toList());
    }
}
