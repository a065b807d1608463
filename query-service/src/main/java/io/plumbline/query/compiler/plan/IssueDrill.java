package io.plumbline.query.compiler.plan;

import io.plumbline.query.compiler.index.CatalogIndex;
import io.plumbline.query.compiler.index.Names;
import io.plumbline.query.compiler.resolve.ResolvedCell;
import io.plumbline.query.compiler.resolve.ResolvedDimension;
import io.plumbline.query.compiler.resolve.Template;
import io.plumbline.query.compiler.resolve.Value.Rows;
import io.plumbline.query.compiler.resolve.Value.States;
import io.plumbline.spec.Aggregation;
import io.plumbline.spec.expression.Expression;
import io.plumbline.spec.result.ResultType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The issues whose rows or states a number was made of, each with its share of it. */
record IssueDrill(ResolvedCell cell, Expr tenant) {
    private static final String AT = "at";
    private static final String SHARE =
            "The value is the share of the period's days at whose end the issue was in that state.";
    private static final List<String> THEN = List.of("status", "assignee");

    /** Issues by their rows; the time is that of the first row that counts. */
    PlannedDrill rows(Rows rows) {
        boolean additive = Aggregates.isAdditive(rows.aggregation());
        Rows share = new Rows(
                rows.entity(),
                rows.time(),
                rows.template(),
                rows.where(),
                additive ? rows.aggregation() : Aggregation.AVG,
                Optional.empty());
        Template time = Template.plain(new Expression.Column(rows.time().from()));
        Rows first = new Rows(rows.entity(), rows.time(), time, rows.where(), Aggregation.MIN, Optional.empty());
        boolean counts = Aggregates.counts(rows.aggregation());
        Drilled drilled = Drilled.of(
                cell,
                tenant,
                issue(),
                List.of(Drilled.value(share), new Cell(first, AT, Type.INSTANT, List.of(), Optional.empty())),
                cell.window(),
                value -> counts ? new Expr.Binary(Expr.Operator.GT, value, Terms.number(0)) : Terms.exists(value));
        return page(drilled, drilled.column(AT), counts ? ResultType.INTEGER : ResultType.DECIMAL, additive, List.of());
    }

    /** Issues by their state: at the end of the period, or their share of its day ends. */
    PlannedDrill states(States states) {
        if (states.isDaily() && states.aggregation() == Aggregation.AVG) {
            Drilled drilled =
                    Drilled.of(cell, tenant, issue(), List.of(Drilled.value(states)), cell.window(), Terms::exists);
            Expr none = Terms.cast(Expr.Constant.NULL, Type.INSTANT);
            return page(drilled, none, ResultType.DECIMAL, true, List.of(SHARE));
        }
        List<ResolvedDimension> identity = new ArrayList<>(issue());
        identity.add(Identity.of(Names.ISSUE_STATE, Names.STATUS_SINCE));
        THEN.forEach(name ->
                identity.add(new ResolvedDimension(catalog().dimension(name).orElseThrow(), null)));
        List<String> notes = states.isDaily()
                ? List.of("These are the issues at the end of the period, not those of the day with the most.")
                : List.of();
        boolean valued = states.template().isPresent();
        States last = new States(states.where(), states.template(), valued ? Aggregation.AVG : Aggregation.LAST);
        Drilled drilled =
                Drilled.of(cell, tenant, identity, List.of(Drilled.value(last)), Optional.empty(), Terms::exists);
        return page(
                drilled,
                drilled.identity(Names.STATUS_SINCE),
                valued ? ResultType.DECIMAL : ResultType.INTEGER,
                !valued,
                notes);
    }

    private static PlannedDrill page(Drilled drilled, Expr at, ResultType type, boolean adds, List<String> notes) {
        EntityRows issues = drilled.issues();
        Expr value = drilled.column(DrillOutputs.VALUE);
        DrillOutputs outputs = new DrillOutputs()
                .issue(drilled.context(), issues, drilled.step())
                .add(AT, ResultType.INSTANT, at)
                .number(DrillOutputs.VALUE, type, value);
        List<Order> order = new ArrayList<>(List.of(new Order(value, true), new Order(at, false)));
        order.addAll(byKey(issues));
        return drilled.page(issues, outputs, order, adds, notes);
    }

    static List<Order> byKey(EntityRows issues) {
        return List.of(
                new Order(Terms.call(Expr.Function.BINARY_ORDER, issues.column(Names.ISSUE_KEY)), false),
                new Order(Terms.call(Expr.Function.BINARY_ORDER, issues.column(Names.INSTANCE_ID)), false),
                new Order(Terms.call(Expr.Function.BINARY_ORDER, issues.column(Names.ISSUE_ID)), false));
    }

    private List<ResolvedDimension> issue() {
        return List.of(
                Identity.everywhere(catalog(), Names.INSTANCE_ID), Identity.everywhere(catalog(), Names.ISSUE_ID));
    }

    private CatalogIndex catalog() {
        return cell.spec().catalog();
    }
}
