package io.plumbline.query.compiler.plan;

import io.plumbline.query.compiler.index.CatalogIndex;
import io.plumbline.query.compiler.resolve.ResolvedDimension;
import io.plumbline.query.compiler.resolve.ResolvedSpec;
import io.plumbline.spec.catalog.Entity;
import java.util.List;
import java.util.function.Function;

/**
 * What the forms of metrics plan within: the spec, the range, and the steps so far. The spec's dimensions are the grain; the
 * same measures at another grain are planned within another scope.
 *
 * @param scope begins the names of the steps; empty for those of the spec's own grain
 */
record PlanContext(ResolvedSpec spec, Expr tenant, Frame frame, Steps steps, String scope) {

    PlanContext(ResolvedSpec spec, Expr tenant, Frame frame, Steps steps) {
        this(spec, tenant, frame, steps, "");
    }

    /** The same spec and range, grouped by other dimensions, in steps of their own. */
    PlanContext at(List<ResolvedDimension> grain, String scope) {
        return new PlanContext(spec.at(grain), tenant, frame, steps, this.scope + scope);
    }

    /** The same grain over another range. */
    PlanContext over(Frame other) {
        return new PlanContext(spec, tenant, other, steps, scope);
    }

    /** The name of a step of this grain and range. */
    String name(String step) {
        return scope + frame.name(step);
    }

    CatalogIndex catalog() {
        return spec.catalog();
    }

    EntityRows rows(Entity entity) {
        return new EntityRows(this, entity);
    }

    /** The entity's rows that the spec's filters let through. */
    EntityRows filteredRows(Entity entity) {
        EntityRows rows = rows(entity);
        rows.filter(spec.filters());
        return rows;
    }

    List<String> keyNames() {
        return spec.dimensions().stream().map(ResolvedDimension::name).toList();
    }

    /** The dimensions apart from {@code metric_time}. */
    List<String> groupNames() {
        return spec.dimensions().stream()
                .filter(dimension -> !dimension.isMetricTime())
                .map(ResolvedDimension::name)
                .toList();
    }

    /**
     * The outputs that a step groups by.
     *
     * @param metricTime the period of the measures' event time; used only where the spec asks for it
     */
    List<Relation.Named> keys(EntityRows rows, Function<ResolvedDimension, Expr> metricTime) {
        return spec.dimensions().stream()
                .map(dimension -> new Relation.Named(
                        dimension.name(), dimension.isMetricTime() ? metricTime.apply(dimension) : rows.key(dimension)))
                .toList();
    }

    /** The keys as columns of an earlier step. */
    List<Relation.Named> keysOf(String step) {
        return keyNames().stream()
                .map(name -> new Relation.Named(name, Terms.column(step, name)))
                .toList();
    }
}
