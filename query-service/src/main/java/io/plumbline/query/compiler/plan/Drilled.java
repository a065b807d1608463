package io.plumbline.query.compiler.plan;

import io.plumbline.query.compiler.index.Names;
import io.plumbline.query.compiler.resolve.ResolvedCell;
import io.plumbline.query.compiler.resolve.ResolvedDimension;
import io.plumbline.query.compiler.resolve.ResolvedSpec;
import io.plumbline.query.compiler.resolve.Value.Leaf;
import io.plumbline.spec.Window;
import io.plumbline.spec.result.ResultType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * All rows behind a cell as a step, and the statements that read a page of it.
 *
 * @param step one row for each issue or sprint, with the column {@link DrillOutputs#VALUE}
 */
record Drilled(PlanContext context, ResolvedCell cell, String step) {
    private static final String FOUND = "found";
    private static final String TOTALS = "totals";
    /** The column that the forms give the number. */
    static final String VALUES = "m1";

    /**
     * Makes the cell's number by the identity of its rows.
     *
     * @param cells the number first, then whatever else is to be known of each row
     * @param window which sprints count in the row's
     * @param kept which rows are behind the cell, by the number's column
     */
    static Drilled of(
            ResolvedCell cell,
            Expr tenant,
            List<ResolvedDimension> identity,
            List<Cell> cells,
            Optional<Window> window,
            Function<Expr, Expr> kept) {
        ResolvedSpec spec = cell.by(identity);
        PlanContext own = new PlanContext(spec, tenant, Frame.current(spec.time()), new Steps());
        PlanContext context = window.map(own::windowed).orElse(own);
        String made = Forms.plan(context, cells).getFirst().step();
        List<Relation.Named> outputs = context.steps().columns(made).stream()
                .map(name ->
                        new Relation.Named(name.equals(VALUES) ? DrillOutputs.VALUE : name, Terms.column(made, name)))
                .toList();
        List<Expr> where = new ArrayList<>(List.of(kept.apply(Terms.column(made, VALUES))));
        new TreeMap<>(cell.members()).forEach((name, value) -> where.add(is(Terms.column(made, name), name, value)));
        var select = new Relation.Select(outputs, Source.Ref.to(made), List.of(), where, 0);
        return new Drilled(context, cell, context.steps().add(FOUND, "what is behind the cell", select));
    }

    private static Expr is(Expr column, String name, Optional<Object> value) {
        return value.<Expr>map(given -> Terms.eq(column, new Expr.Bind("row_" + name, type(given), given)))
                .orElseGet(() -> Terms.missing(column));
    }

    private static Type type(Object value) {
        return switch (value) {
            case LocalDate _ -> Type.DATE;
            case Boolean _ -> Type.BOOLEAN;
            default -> Type.TEXT;
        };
    }

    /** The cell of a number, under which {@link #of} looks for it. */
    static Cell value(Leaf leaf) {
        return new Cell(leaf, VALUES, Type.NUMERIC, List.of(), Optional.empty());
    }

    Expr column(String name) {
        return Terms.column(step, name);
    }

    /** The column of an identity. */
    Expr identity(String column) {
        return column(Identity.name(column));
    }

    /** The issues of the rows, each joined to its row. */
    EntityRows issues() {
        EntityRows issues = context.rows(context.catalog().entity(Names.ISSUE));
        issues.join(
                Source.Ref.to(step),
                List.of(
                        Terms.eq(identity(Names.INSTANCE_ID), issues.column(Names.INSTANCE_ID)),
                        Terms.eq(identity(Names.ISSUE_ID), issues.column(Names.ISSUE_ID))));
        return issues;
    }

    /**
     * A page of issues.
     *
     * @param adds whether the sum of their values means something
     */
    PlannedDrill page(EntityRows issues, DrillOutputs outputs, List<Order> order, boolean adds, List<String> notes) {
        String totals = totals(adds);
        outputs.groups(cell, step);
        issues.join(Source.Ref.to(totals), List.of());
        return planned(issues.select(withTotals(outputs, totals).outputs(), 0), outputs, order, notes);
    }

    /** A page of what the step itself says. */
    PlannedDrill page(DrillOutputs outputs, List<Order> order) {
        String totals = totals(false);
        outputs.groups(cell, step);
        var join = new Join(Join.Kind.INNER, Source.Ref.to(totals), List.of());
        List<Relation.Named> all = withTotals(outputs, totals).outputs();
        var select = new Relation.Select(all, Source.Ref.to(step), List.of(join), List.of(), 0);
        return planned(select, outputs, order, List.of());
    }

    private PlannedDrill planned(Relation.Select page, DrillOutputs outputs, List<Order> order, List<String> notes) {
        List<Order> all =
                Stream.concat(order.stream(), outputs.inGroups().stream()).toList();
        var limit = new Expr.Bind("limit", Type.INTEGER, (long) cell.spec().limit());
        var offset = new Expr.Bind("offset", Type.INTEGER, (long) cell.offset());
        List<Step> steps = context.steps().all();
        return new PlannedDrill(
                new Plan(steps, page, all, limit, offset, outputs.columns()), alone(steps, limit), notes);
    }

    private Plan alone(List<Step> steps, Expr.Bind limit) {
        DrillOutputs outputs = withTotals(new DrillOutputs(), TOTALS);
        var select = new Relation.Select(outputs.outputs(), Source.Ref.to(TOTALS), List.of(), List.of(), 0);
        return new Plan(steps, select, List.of(), limit, outputs.columns());
    }

    private static DrillOutputs withTotals(DrillOutputs outputs, String totals) {
        return outputs.number(PlannedDrill.SUM, ResultType.DECIMAL, Terms.column(totals, PlannedDrill.SUM))
                .add(PlannedDrill.TOTAL, ResultType.INTEGER, Terms.column(totals, PlannedDrill.TOTAL));
    }

    private String totals(boolean adds) {
        Expr sum = adds
                ? Terms.aggregate(Expr.Aggregate.Kind.SUM, column(DrillOutputs.VALUE))
                : Terms.cast(Expr.Constant.NULL, Type.DOUBLE);
        var select = new Relation.Select(
                List.of(
                        new Relation.Named(PlannedDrill.SUM, sum),
                        new Relation.Named(PlannedDrill.TOTAL, Terms.countOfRows(null))),
                Source.Ref.to(step),
                List.of(),
                List.of(),
                0);
        return context.steps().add(TOTALS, "how many rows there are and what they sum up to", select);
    }
}
