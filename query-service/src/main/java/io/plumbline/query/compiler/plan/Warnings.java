package io.plumbline.query.compiler.plan;

import io.plumbline.query.compiler.resolve.ResolvedMeasure;
import io.plumbline.query.compiler.resolve.ResolvedSpec;
import io.plumbline.query.compiler.resolve.Value;
import io.plumbline.query.compiler.resolve.Value.Leaf;
import java.util.ArrayList;
import java.util.List;

/** Plans the statements that tell what an answer leaves out or only partly knows, over the asked range and filters. */
final class Warnings {
    private final ResolvedSpec spec;
    private final Expr tenant;
    private final List<Cell> cells;

    Warnings(ResolvedSpec spec, Expr tenant, List<Cell> cells) {
        this.spec = spec;
        this.tenant = tenant;
        this.cells = cells.stream().flatMap(Cells::within).toList();
    }

    List<PlannedQuery.Warning> plan() {
        List<PlannedQuery.Warning> warnings = new ArrayList<>();
        List<Leaf> leaves = cells.stream().map(Cell::leaf).toList();
        if (leaves.stream().anyMatch(leaf -> leaf instanceof Value.Sprints || leaf instanceof Value.Score)) {
            warnings.add(new SprintDataWarning(context(), leaves).plan());
        }
        if (spec.time().asOf().isPresent()
                && leaves.stream().anyMatch(leaf -> leaf instanceof Value.Rows || leaf instanceof Value.States)) {
            warnings.add(new UnknownPastWarning(context()).plan());
        }
        for (ResolvedMeasure measure : spec.measures()) {
            measure.value().leaves().distinct().forEach(leaf -> {
                if (leaf instanceof Value.Rows rows && rows.leftOut().isPresent()) {
                    warnings.add(new LeftOutWarning(context(), measure.metric().name(), rows).plan());
                }
            });
        }
        for (Cell cell : cells) {
            if (cell.leaf() instanceof Value.Score score) {
                warnings.add(new MissingPartsWarning(context(), cell, score).plan());
            }
        }
        return warnings;
    }

    private PlanContext context() {
        return new PlanContext(spec, tenant, Frame.current(spec.time()), new Steps());
    }
}
