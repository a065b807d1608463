package io.plumbline.query.compiler.plan;

import io.plumbline.query.compiler.index.Names;
import io.plumbline.query.compiler.plan.Source.Stretches;
import io.plumbline.spec.Granularity;
import io.plumbline.spec.catalog.Entity;
import java.util.ArrayList;
import java.util.List;

/** From when to when the issues of a project count in a bucket: while a sprint runs that the project takes part in. */
final class AxisStretches {
    private final PlanContext context;
    private final AxisSprints sprints;

    AxisStretches(PlanContext context) {
        this.context = context;
        this.sprints = new AxisSprints(context);
    }

    /** The step with the stretches of each bucket and project, which never overlap. */
    String step() {
        if (context.window().isEmpty()) {
            return parts();
        }
        String merged = context.steps()
                .shared(
                        context.name("axis_merged"),
                        "the sprints of each window that a project takes part in, overlaps once",
                        this::merged);
        return context.steps()
                .shared(
                        context.name("axis_stretches"),
                        "from when to when each project counts in each window",
                        () -> apart(merged));
    }

    /** The step with a row for each bucket, project and day end. */
    String days() {
        return context.steps()
                .shared(
                        context.name("axis_days"),
                        "the day ends of each sprint, the last one the sprint's end",
                        this::dayEnds);
    }

    /** The step with a row for each bucket, project and sprint that it takes part in. */
    private String parts() {
        return context.steps()
                .shared(context.name("axis_projects"), "the projects that take part in each sprint", this::projects);
    }

    private Relation projects() {
        return context.window().isEmpty()
                ? projects(sprints.shown(), SprintColumns.ID, SprintColumns.STARTED, SprintColumns.ENDED)
                : projects(new AxisMembers(context).step(), SprintColumns.MEMBER, Names.FROM_AT, Names.TO_AT);
    }

    private Relation projects(String step, String id, String from, String to) {
        Entity issues = context.catalog().entity(Names.SPRINT_ISSUE);
        EntityRows rows = context.rows(issues);
        rows.join(Source.Ref.to(step), SprintColumns.of(rows, step, id));
        List<Relation.Named> outputs = new ArrayList<>(sprints.keysOf(step));
        outputs.add(new Relation.Named(SprintColumns.PROJECT, rows.column(Names.PROJECT_ID)));
        outputs.add(new Relation.Named(Names.FROM_AT, Terms.column(step, from)));
        outputs.add(new Relation.Named(Names.TO_AT, Terms.column(step, to)));
        return rows.select(outputs, outputs.size());
    }

    private Relation merged() {
        String parts = parts();
        Expr from = Terms.column(parts, Names.FROM_AT);
        Expr to = Terms.column(parts, Names.TO_AT);
        List<Relation.Named> outputs = keys(parts);
        int keys = outputs.size();
        outputs.add(new Relation.Named(Stretches.COLUMN, new Expr.MergedStretches(from, to)));
        // A sprint that ended before it began is no stretch of time.
        List<Expr> where = List.of(Terms.less(from, to));
        return new Relation.Select(outputs, Source.Ref.to(parts), List.of(), where, keys);
    }

    private Relation apart(String merged) {
        Stretches each = new Stretches("stretch", Terms.column(merged, Stretches.COLUMN));
        List<Relation.Named> outputs = keys(merged);
        outputs.add(new Relation.Named(Names.FROM_AT, each.from()));
        outputs.add(new Relation.Named(Names.TO_AT, each.to()));
        List<Join> joins = List.of(new Join(Join.Kind.INNER, each, List.of()));
        return new Relation.Select(outputs, Source.Ref.to(merged), joins, List.of(), 0);
    }

    private Relation dayEnds() {
        String parts = parts();
        Frame frame = context.frame();
        Expr from = Terms.column(parts, Names.FROM_AT);
        Expr to = Terms.call(Expr.Function.LEAST, Terms.column(parts, Names.TO_AT), frame.now());
        var calendar = new Source.Calendar("calendar", day(from), day(to), Granularity.DAY);
        Expr ends = startOfDay(new Expr.Shift(calendar.day(), Granularity.DAY, Terms.number(1)));
        List<Relation.Named> outputs = keys(parts);
        outputs.add(new Relation.Named(Periods.AT, Terms.call(Expr.Function.LEAST, ends, to)));
        List<Expr> where = List.of(Terms.less(from, to), Terms.less(startOfDay(calendar.day()), to));
        List<Join> joins = List.of(new Join(Join.Kind.INNER, calendar, List.of()));
        return new Relation.Select(outputs, Source.Ref.to(parts), joins, where, outputs.size());
    }

    private List<Relation.Named> keys(String step) {
        List<Relation.Named> outputs = new ArrayList<>(sprints.keysOf(step));
        outputs.add(new Relation.Named(SprintColumns.PROJECT, Terms.column(step, SprintColumns.PROJECT)));
        return outputs;
    }

    private Expr day(Expr instant) {
        return new Expr.Floor(
                Granularity.DAY,
                Terms.call(Expr.Function.LOCAL_TIME, instant, context.frame().zone()));
    }

    private Expr startOfDay(Expr day) {
        return Terms.call(Expr.Function.START_OF_DAY, day, context.frame().zone());
    }
}
