package io.plumbline.query.compiler.plan;

import io.plumbline.query.compiler.resolve.ResolvedDimension;
import io.plumbline.spec.Window;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Plans cells over one range: those of a window together, for windows count other rows in the same buckets. */
final class Contributions {
    private final PlanContext context;
    private final List<Cell> plain = new ArrayList<>();
    private final Map<Window, List<Cell>> windowed = new LinkedHashMap<>();

    private Contributions(PlanContext context, List<Cell> cells) {
        this.context = context;
        for (Cell cell : cells) {
            cell.window()
                    .map(window -> windowed.computeIfAbsent(window, _ -> new ArrayList<>()))
                    .orElse(plain)
                    .add(cell);
        }
    }

    /** The steps that hold the cells. */
    static List<Contribution> of(PlanContext context, List<Cell> cells) {
        return new Contributions(context, cells).plan();
    }

    private List<Contribution> plan() {
        List<Contribution> contributions = new ArrayList<>(Forms.plan(context, plain));
        if (!windowed.isEmpty()) {
            measure(contributions);
        }
        windowed.forEach((window, cells) -> contributions.addAll(Forms.plan(context.windowed(window), cells)));
        return contributions;
    }

    /** Finds the buckets; those of an open range are the ones with rows of their own, whatever windows reach into. */
    private void measure(List<Contribution> found) {
        context.axis().buckets(() -> extent(found));
    }

    private String extent(List<Contribution> found) {
        ResolvedDimension time = context.spec().metricTime().orElseThrow();
        PlanContext extent = context.at(context.spec().dimensions(), "own_");
        List<Cell> cells = windowed.values().stream().flatMap(List::stream).toList();
        List<Relation.Select> parts = Stream.concat(found.stream(), Forms.plan(extent, cells).stream())
                .map(part -> periods(part.step(), time))
                .toList();
        return context.steps().add(context.name("extent"), "the periods that have rows", new Relation.UnionAll(parts));
    }

    private static Relation.Select periods(String step, ResolvedDimension time) {
        List<Relation.Named> outputs = List.of(new Relation.Named(time.name(), Terms.column(step, time.name())));
        return new Relation.Select(outputs, Source.Ref.to(step), List.of(), List.of(), 0);
    }
}
