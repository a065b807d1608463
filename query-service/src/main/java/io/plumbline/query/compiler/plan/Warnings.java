package io.plumbline.query.compiler.plan;

import io.plumbline.query.compiler.resolve.ResolvedSpec;
import java.util.List;

/** temporary */
final class Warnings {
    Warnings(ResolvedSpec spec, Expr tenant, List<Cell> cells) {}

    List<PlannedQuery.Warning> plan() {
        return List.of();
    }
}
