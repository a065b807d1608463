package io.plumbline.query.compiler.plan;

import io.plumbline.query.compiler.index.CatalogIndex;
import io.plumbline.query.compiler.index.Names;
import io.plumbline.query.compiler.index.Route;
import io.plumbline.query.compiler.resolve.ResolvedDimension;
import io.plumbline.query.compiler.resolve.ResolvedFilter;
import io.plumbline.query.compiler.resolve.RowCondition;
import io.plumbline.spec.Granularity;
import io.plumbline.spec.catalog.ColumnType;
import io.plumbline.spec.catalog.DimensionDefinition;
import io.plumbline.spec.catalog.Entity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The rows of an entity with the many-to-one joins that dimensions and filters need. The only place where relations of the
 * warehouse enter a plan, and each enters bound to the tenant.
 */
final class EntityRows {
    private final PlanContext context;
    private final CatalogIndex catalog;
    private final Expr tenant;
    private final Expr zone;
    private final Entity entity;
    private final List<Join> joins = new ArrayList<>();
    private final List<Expr> where = new ArrayList<>();
    private final Map<String, List<Expr>> standIns = new HashMap<>();

    EntityRows(PlanContext context, Entity entity) {
        this.context = context;
        this.catalog = context.catalog();
        this.tenant = context.tenant();
        this.zone = context.frame().zone();
        this.entity = entity;
        where.add(isTenants(entity.name()));
    }

    Entity entity() {
        return entity;
    }

    Expr column(String name) {
        return Terms.column(entity.name(), name);
    }

    void where(Expr condition) {
        where.add(condition);
    }

    /** Keeps what the filters let through; comes after the axis has found the buckets, for filters may speak of these. */
    void filter(List<ResolvedFilter<RowCondition>> filters) {
        filter(filters, _ -> true);
    }

    /** Keeps what those of the filters let through that test such dimensions only. */
    void filter(List<ResolvedFilter<RowCondition>> filters, Predicate<DimensionDefinition> dimensions) {
        where.addAll(new RowFilters(this).of(filters, dimensions));
    }

    /** Dimensions that lead to this entity mean its row on these conditions, whatever the way there. */
    void standIn(Entity other, List<Expr> on) {
        standIns.put(other.name(), on);
    }

    /** The column of that name of the row itself, or of the nearest row that it leads to. */
    Expr nearest(String column) {
        return follow(entity, catalog.route(entity, column).orElseThrow());
    }

    /** What the dimension groups by; a list joins each of its values. */
    Expr key(ResolvedDimension dimension) {
        Expr column = column(dimension.definition());
        if (dimension.isTime()) {
            return bucket(dimension, column);
        }
        return dimension.definition().type() == ColumnType.TEXT_LIST ? each(dimension.name(), column) : column;
    }

    /** The first day of the period in which the instant lies. */
    Expr bucket(ResolvedDimension dimension, Expr instant) {
        return new Expr.Floor(dimension.granularity(), Terms.call(Expr.Function.LOCAL_TIME, instant, zone));
    }

    /** The day in which the instant lies. */
    Expr day(Expr instant) {
        return new Expr.Floor(Granularity.DAY, Terms.call(Expr.Function.LOCAL_TIME, instant, zone));
    }

    /** Joins rows of another step. */
    void join(Source.Ref step, List<Expr> on) {
        joins.add(new Join(Join.Kind.INNER, step, on));
    }

    /** Joins the rows of another entity to those so far, which may have many of them. */
    void join(Join.Kind kind, Entity other, List<String> columns) {
        List<Expr> on = new ArrayList<>(List.of(isTenants(other.name())));
        columns.forEach(column -> on.add(Terms.eq(Terms.column(other.name(), column), column(column))));
        joins.add(new Join(kind, context.scan(other, other.name()), on));
    }

    Relation.Select select(List<Relation.Named> outputs, int keys) {
        return new Relation.Select(outputs, context.scan(entity, entity.name()), joins, where, keys);
    }

    /** The column that holds the dimension, with the joins that lead to it. */
    Expr column(DimensionDefinition dimension) {
        Route route = catalog.route(entity, dimension).orElse(null);
        if (route != null) {
            return follow(entity, route);
        }
        // A sprint's project is that of its issues, which are joined already.
        Entity issues = catalog.entity(Names.SPRINT_ISSUE);
        return follow(issues, catalog.route(issues, dimension).orElseThrow());
    }

    private Expr follow(Entity start, Route route) {
        String alias = start.name();
        for (Route.Hop hop : route.hops()) {
            alias = hop(alias, hop);
        }
        return Terms.column(alias, route.column());
    }

    private String hop(String from, Route.Hop hop) {
        String alias = hop.target().name();
        boolean known = joins.stream().anyMatch(join -> join.source().alias().equals(alias));
        if (!known) {
            List<Expr> on = standIns.containsKey(alias) ? standIns.get(alias) : way(from, hop);
            joins.add(new Join(
                    Join.Kind.LEFT, context.scan(hop.target(), alias), Terms.all(List.of(isTenants(alias)), on)));
        }
        return alias;
    }

    private static List<Expr> way(String from, Route.Hop hop) {
        String alias = hop.target().name();
        return hop.join().on().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(pair -> Terms.eq(Terms.column(alias, pair.getValue()), Terms.column(from, pair.getKey())))
                .toList();
    }

    private Expr each(String dimension, Expr list) {
        Source.ListValues values = new Source.ListValues("each_" + dimension, list);
        joins.add(new Join(Join.Kind.LEFT, values, List.of(Expr.Constant.TRUE)));
        return values.value();
    }

    private Expr isTenants(String alias) {
        return Terms.eq(Terms.column(alias, Names.TENANT_ID), tenant);
    }
}
