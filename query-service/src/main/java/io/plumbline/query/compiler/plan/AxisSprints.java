package io.plumbline.query.compiler.plan;

import io.plumbline.query.compiler.index.Names;
import io.plumbline.query.compiler.resolve.ResolvedDimension;
import io.plumbline.spec.catalog.DimensionDefinition;
import io.plumbline.spec.catalog.Entity;
import java.util.ArrayList;
import java.util.List;

/** The sprints of an axis: the closed ones that have begun and ended and that the filters on sprints let through. */
final class AxisSprints {
    private static final String LATER = "later";

    private final PlanContext context;
    private final Entity sprint;
    private final Entity issues;

    AxisSprints(PlanContext context) {
        this.context = context;
        this.sprint = context.catalog().entity(Names.SPRINT);
        this.issues = context.catalog().entity(Names.SPRINT_ISSUE);
    }

    /** The columns that the axis has in place of the dimension. */
    List<String> columns(ResolvedDimension dimension) {
        if (dimension.isMetricTime()) {
            return SprintColumns.KEYS;
        }
        return context.catalog().isOfSprint(dimension.definition()) ? List.of(dimension.name()) : List.of();
    }

    /** The key columns of a step that has them. */
    List<Relation.Named> keysOf(String step) {
        List<String> columns = context.spec().dimensions().stream()
                .flatMap(dimension -> columns(dimension).stream())
                .toList();
        return named(step, columns);
    }

    /** All columns of an earlier step. */
    List<Relation.Named> allOf(String step) {
        return named(step, context.steps().columns(step));
    }

    /** The step of the buckets: the sprints of the range, with those before that they are compared with. */
    String shown() {
        return context.steps()
                .shared(
                        context.asked().name("axis_sprints"),
                        "the sprints that the answer shows",
                        () -> context.spec().time().previousSprints() == 0
                                ? closed(context.asked().frame())
                                : upTo());
    }

    /** The step of all sprints that windows may hold, numbered on their boards. */
    String history() {
        return history(context.name("axis_history"), context.frame());
    }

    private String history(String name, Frame frame) {
        return context.steps().shared(name, "closed sprints in the order of their boards", () -> {
            Relation.Select sprints = closed(frame);
            Axis.Bucket own = column -> sprints.outputs().stream()
                    .filter(output -> output.name().equals(column))
                    .findFirst()
                    .orElseThrow()
                    .value();
            List<Relation.Named> outputs = new ArrayList<>(sprints.outputs());
            List<Expr> board = List.of(own.column(SprintColumns.INSTANCE), own.column(SprintColumns.BOARD_ID));
            outputs.add(
                    new Relation.Named(SprintColumns.PLACE, new Expr.Position(board, SprintColumns.order(own, false))));
            return new Relation.Select(outputs, sprints.from(), sprints.joins(), sprints.where(), sprints.keys());
        });
    }

    /** A filter on projects keeps the sprints that some of these projects take part in. */
    private Relation.Select closed(Frame frame) {
        EntityRows rows = context.rows(sprint);
        rows.where(Terms.eq(rows.column(Names.STATE), Terms.text(Names.CLOSED)));
        rows.where(Terms.exists(rows.column(Names.STARTED_AT)));
        frame.within(rows.column(Names.ENDED_AT)).forEach(rows::where);
        boolean byProject = context.spec()
                .filteredDimensions()
                .anyMatch(
                        dimension -> dimension.perSprint() && !context.catalog().isOfSprint(dimension));
        if (byProject) {
            rows.join(Join.Kind.INNER, issues, List.of(Names.INSTANCE_ID, Names.SPRINT_ID));
        }
        rows.filter(context.spec().filters(), DimensionDefinition::perSprint);
        List<Relation.Named> outputs = columns(rows);
        return rows.select(outputs, byProject ? outputs.size() : 0);
    }

    private List<Relation.Named> columns(EntityRows rows) {
        List<Relation.Named> outputs = new ArrayList<>(List.of(
                new Relation.Named(SprintColumns.DAY, rows.day(rows.column(Names.STARTED_AT))),
                new Relation.Named(SprintColumns.SPRINT, rows.column(Names.SPRINT_NAME)),
                new Relation.Named(SprintColumns.BOARD, rows.column(Names.BOARD)),
                new Relation.Named(SprintColumns.INSTANCE, rows.column(Names.INSTANCE_ID)),
                new Relation.Named(SprintColumns.ID, rows.column(Names.SPRINT_ID)),
                new Relation.Named(SprintColumns.ENDED, rows.column(Names.ENDED_AT)),
                new Relation.Named(SprintColumns.STARTED, rows.column(Names.STARTED_AT)),
                new Relation.Named(SprintColumns.BOARD_ID, rows.column(Names.BOARD_ID))));
        context.spec().dimensions().stream()
                .filter(dimension -> context.catalog().isOfSprint(dimension.definition()))
                .forEach(dimension -> outputs.add(new Relation.Named(dimension.name(), rows.key(dimension))));
        return outputs;
    }

    /** The sprints of the range, and those at most so many places before one of them. */
    private Relation upTo() {
        Frame asked = context.asked().frame();
        String history = history(context.asked().name("axis_candidates"), asked.reaching("", null));
        Expr distance = SprintColumns.distance(history, LATER);
        List<Expr> on = new ArrayList<>(SprintColumns.sameBoard(LATER, history));
        on.add(Terms.atLeast(distance, Terms.number(0)));
        on.add(Terms.atMost(distance, before(context)));
        on.addAll(asked.within(Terms.column(LATER, SprintColumns.ENDED)));
        List<Relation.Named> outputs = allOf(history);
        Join join = new Join(Join.Kind.INNER, new Source.Ref(history, LATER), on);
        return new Relation.Select(outputs, Source.Ref.to(history), List.of(join), List.of(), outputs.size());
    }

    /** With how many sprints before it each sprint is compared. */
    static Expr before(PlanContext context) {
        return new Expr.Bind(
                "sprints", Type.INTEGER, (long) context.spec().time().previousSprints());
    }

    private static List<Relation.Named> named(String step, List<String> columns) {
        return columns.stream()
                .map(column -> new Relation.Named(column, Terms.column(step, column)))
                .toList();
    }
}
