package io.plumbline.query.compiler.plan;

import io.plumbline.query.compiler.index.CatalogIndex;
import io.plumbline.query.compiler.resolve.ResolvedDimension;
import io.plumbline.query.compiler.resolve.ResolvedSpec;
import io.plumbline.spec.Granularity;
import io.plumbline.spec.Window;
import io.plumbline.spec.catalog.Entity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the forms of metrics plan within: the spec, the range, and the steps so far. The spec's dimensions are the grain; the
 * same measures at another grain are planned within another scope.
 *
 * @param frame the range of the rows that are read
 * @param scope begins the names of the steps; empty for those of the spec's own grain
 * @param window which periods each bucket counts; empty where each counts its own
 */
record PlanContext(ResolvedSpec spec, Expr tenant, Frame frame, Steps steps, String scope, Optional<Window> window) {

    PlanContext(ResolvedSpec spec, Expr tenant, Frame frame, Steps steps) {
        this(spec, tenant, frame, steps, "", Optional.empty());
    }

    /** The same spec and range, grouped by other dimensions, in steps of their own. */
    PlanContext at(List<ResolvedDimension> grain, String scope) {
        return new PlanContext(spec.at(grain), tenant, frame, steps, this.scope + scope, window);
    }

    /** The same grain over another range. */
    PlanContext over(Frame other) {
        return new PlanContext(spec, tenant, other, steps, scope, window);
    }

    /** The same buckets, each with the rows of its window. */
    PlanContext windowed(Window wanted) {
        Granularity granularity = spec.metricTime().orElseThrow().granularity();
        LocalDate begin = Windows.begin(wanted, frame.period(), granularity);
        return new PlanContext(
                spec, tenant, frame.reaching(Windows.name(wanted), begin), steps, scope, Optional.of(wanted));
    }

    /** Without the window: the range as it was asked for. */
    PlanContext asked() {
        return new PlanContext(spec, tenant, frame.asked(), steps, scope, Optional.empty());
    }

    /** The name of a step of this grain and range. */
    String name(String step) {
        return scope + frame.name(step);
    }

    /** How rows find their buckets of {@code metric_time}. */
    Axis axis() {
        return Axis.of(this);
    }

    CatalogIndex catalog() {
        return spec.catalog();
    }

    /** The relation of the entity as it is, or as it stood at the instant that is asked for. */
    Source.Scan scan(Entity entity, String alias) {
        Optional<Expr> asOf = spec.time()
                .asOf()
                .filter(at -> entity.asOf() != null)
                .map(at -> new Expr.Bind("as_of", Type.INSTANT, Frame.offset(at)));
        return new Source.Scan(entity, alias, asOf);
    }

    EntityRows rows(Entity entity) {
        return new EntityRows(this, entity);
    }

    /** The columns that tell the rows of the answer apart. */
    List<String> keyNames() {
        Axis axis = axis();
        return spec.dimensions().stream()
                .flatMap(dimension -> columns(axis, dimension).stream())
                .toList();
    }

    /** The dimensions that the axis of {@code metric_time} has no columns of. */
    List<String> groupNames() {
        Axis axis = axis();
        return spec.dimensions().stream()
                .filter(dimension -> axis.columns(dimension).isEmpty())
                .map(ResolvedDimension::name)
                .toList();
    }

    /**
     * The outputs that a step groups by.
     *
     * @param bucket the columns of the axis
     * @param others the dimensions apart from it
     */
    List<Relation.Named> keys(Axis.Bucket bucket, Function<ResolvedDimension, Expr> others) {
        Axis axis = axis();
        List<Relation.Named> keys = new ArrayList<>();
        for (ResolvedDimension dimension : spec.dimensions()) {
            axis.columns(dimension).forEach(name -> keys.add(new Relation.Named(name, bucket.column(name))));
            if (axis.columns(dimension).isEmpty()) {
                keys.add(new Relation.Named(dimension.name(), others.apply(dimension)));
            }
        }
        return keys;
    }

    /** The keys as columns of an earlier step. */
    List<Relation.Named> keysOf(String step) {
        return keysOf(step, Axis.Bucket.of(step));
    }

    /** The keys as columns of an earlier step, but for those of the axis. */
    List<Relation.Named> keysOf(String step, Axis.Bucket bucket) {
        return keys(bucket, dimension -> Terms.column(step, dimension.name()));
    }

    /** The columns that tell values of the dimension apart. */
    List<String> columnsOf(ResolvedDimension dimension) {
        return columns(axis(), dimension);
    }

    private static List<String> columns(Axis axis, ResolvedDimension dimension) {
        List<String> columns = axis.columns(dimension);
        return columns.isEmpty() ? List.of(dimension.name()) : columns;
    }
}
