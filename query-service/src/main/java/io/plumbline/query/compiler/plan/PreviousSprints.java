package io.plumbline.query.compiler.plan;

import io.plumbline.query.compiler.resolve.Figure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Compares each sprint with the mean of the sprints before it on its board, within the same group of the other dimensions;
 * sprints without a value are left out of the mean. Then the sprints that were there for the comparison only go.
 */
final class PreviousSprints implements Stage {
    private static final String STEP = "previous_sprints";
    private static final String AXIS = "axis";
    private static final String EARLIER_AXIS = "earlier_axis";
    private static final String EARLIER = "earlier";

    @Override
    public Draft apply(Draft draft) {
        return draft.context().spec().time().previousSprints() == 0
                ? draft
                : compared(draft.settled("measured", "each measure's figure of each sprint"));
    }

    private static Draft compared(Draft draft) {
        PlanContext context = draft.context();
        String previous = context.steps()
                .add(
                        context.name(STEP),
                        "the means of the sprints before each sprint",
                        previous(context, draft.step()));
        Map<String, Expr> columns = new LinkedHashMap<>();
        for (int i = 0; i < context.spec().measures().size(); i++) {
            String column = Ordering.figure(i, Figure.PREVIOUS);
            Expr mean = Terms.column(previous, column);
            columns.put(column, mean);
            columns.put(Ordering.why(column), why(mean, previous));
        }
        Draft both =
                draft.beside(previous, sameRow(context, previous, draft.step())).with(columns);
        for (Expr shown : context.frame().within(draft.column(SprintColumns.ENDED))) {
            both = both.keeping(shown);
        }
        return Compared.differences(both);
    }

    /** The first sprint of a board has nothing to be compared with; the sprints before another may lack values. */
    private static Expr why(Expr mean, String previous) {
        Expr alone = Terms.missing(Terms.column(previous, SprintColumns.ID));
        return new Expr.Case(
                List.of(
                        new Expr.When(Terms.exists(mean), Expr.Constant.NULL),
                        new Expr.When(alone, Emptiness.NOT_APPLICABLE.term())),
                Emptiness.NO_DATA.term());
    }

    private static Relation previous(PlanContext context, String measured) {
        String sprints = new AxisSprints(context).shown();
        List<Relation.Named> outputs = new ArrayList<>(context.keysOf(measured));
        int keys = outputs.size();
        for (int i = 0; i < context.spec().measures().size(); i++) {
            Expr value = Terms.column(EARLIER, Ordering.figure(i, Figure.VALUE));
            outputs.add(new Relation.Named(
                    Ordering.figure(i, Figure.PREVIOUS), Terms.aggregate(Expr.Aggregate.Kind.AVG, value)));
        }
        Expr distance = SprintColumns.distance(EARLIER_AXIS, AXIS);
        List<Expr> before = new ArrayList<>(SprintColumns.sameBoard(EARLIER_AXIS, AXIS));
        before.add(Terms.atLeast(distance, Terms.number(1)));
        before.add(Terms.atMost(distance, AxisSprints.before(context)));
        List<Expr> sameGroup =
                Terms.all(SprintColumns.same(EARLIER, EARLIER_AXIS), sameGroup(context, EARLIER, measured));
        List<Join> joins = List.of(
                new Join(Join.Kind.INNER, new Source.Ref(sprints, AXIS), SprintColumns.same(AXIS, measured)),
                new Join(Join.Kind.INNER, new Source.Ref(sprints, EARLIER_AXIS), before),
                new Join(Join.Kind.INNER, new Source.Ref(measured, EARLIER), sameGroup));
        return new Relation.Select(outputs, Source.Ref.to(measured), joins, List.of(), keys);
    }

    private static List<Expr> sameRow(PlanContext context, String one, String other) {
        return Terms.all(SprintColumns.same(one, other), sameGroup(context, one, other));
    }

    /** Missing values are a group too. */
    private static List<Expr> sameGroup(PlanContext context, String one, String other) {
        return context.groupNames().stream()
                .<Expr>map(name -> new Expr.Not(new Expr.Binary(
                        Expr.Operator.DISTINCT_FROM, Terms.column(one, name), Terms.column(other, name))))
                .toList();
    }
}
