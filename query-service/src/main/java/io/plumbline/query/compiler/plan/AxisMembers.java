package io.plumbline.query.compiler.plan;

import io.plumbline.query.compiler.index.Names;
import io.plumbline.spec.Window;
import java.util.ArrayList;
import java.util.List;

/** Which sprints the window of each bucket holds: sprints of the same board, up to that of the bucket. */
final class AxisMembers {
    private static final String BUCKET = "bucket";

    private final PlanContext context;
    private final AxisSprints sprints;

    AxisMembers(PlanContext context) {
        this.context = context;
        this.sprints = new AxisSprints(context);
    }

    /** The step with a row for each bucket and sprint of its window: the keys, the sprint's id, and when it ran. */
    String step() {
        return context.steps().shared(context.name("axis_members"), "the sprints of each window", this::members);
    }

    /** The step of the sprints that some window holds. */
    String held() {
        return context.steps().shared(context.name("axis_held"), "the sprints that some window holds", () -> {
            String members = step();
            String history = sprints.history();
            List<Relation.Named> outputs = sprints.allOf(history);
            List<Expr> on = List.of(
                    Terms.eq(
                            Terms.column(members, SprintColumns.INSTANCE),
                            Terms.column(history, SprintColumns.INSTANCE)),
                    Terms.eq(Terms.column(members, SprintColumns.MEMBER), Terms.column(history, SprintColumns.ID)));
            Join join = new Join(Join.Kind.INNER, Source.Ref.to(members), on);
            return new Relation.Select(outputs, Source.Ref.to(history), List.of(join), List.of(), outputs.size());
        });
    }

    private Relation members() {
        String shown = sprints.shown();
        String history = sprints.history();
        List<Relation.Named> outputs = new ArrayList<>(sprints.keysOf(shown));
        outputs.add(new Relation.Named(SprintColumns.MEMBER, Terms.column(history, SprintColumns.ID)));
        outputs.add(new Relation.Named(Names.FROM_AT, Terms.column(history, SprintColumns.STARTED)));
        outputs.add(new Relation.Named(Names.TO_AT, Terms.column(history, SprintColumns.ENDED)));
        Expr distance = SprintColumns.distance(history, BUCKET);
        List<Expr> held = new ArrayList<>(SprintColumns.sameBoard(BUCKET, history));
        held.add(Terms.atLeast(distance, Terms.number(0)));
        if (context.window().orElseThrow() instanceof Window.Rolling rolling) {
            held.add(Terms.less(distance, Terms.number((long) rolling.periods())));
        }
        List<Join> joins = List.of(
                new Join(Join.Kind.INNER, new Source.Ref(history, BUCKET), SprintColumns.same(BUCKET, shown)),
                new Join(Join.Kind.INNER, Source.Ref.to(history), held));
        return new Relation.Select(outputs, Source.Ref.to(shown), joins, List.of(), 0);
    }
}
