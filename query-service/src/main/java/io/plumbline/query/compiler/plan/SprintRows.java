package io.plumbline.query.compiler.plan;

import io.plumbline.query.compiler.index.Names;
import io.plumbline.query.compiler.resolve.ResolvedDimension;
import io.plumbline.query.compiler.resolve.Template;
import io.plumbline.spec.catalog.DimensionDefinition;
import io.plumbline.spec.catalog.Entity;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The closed sprints with their issues: one group for each sprint, or for each sprint and project where the spec groups or
 * filters by project.
 */
final class SprintRows {
    private final PlanContext context;
    private final Entity sprint;
    private final Entity issues;
    private final boolean summed;
    private final boolean byProject;

    private SprintRows(PlanContext context, boolean summed) {
        Entity each = context.catalog().entity(Names.SPRINT_ISSUE);
        this.context = context;
        this.sprint = context.catalog().entity(Names.SPRINT);
        this.summed = summed;
        this.issues = summed ? SprintSums.inPlaceOf(each) : each;
        this.byProject = Stream.concat(
                        context.spec().dimensions().stream().map(ResolvedDimension::definition),
                        context.spec().filteredDimensions())
                .anyMatch(this::isOfIssues);
    }

    /** The sprints with each of their issues. */
    static SprintRows ofIssues(PlanContext context) {
        return new SprintRows(context, false);
    }

    /** The sprints with what the templates read: kept sums, where these are enough and the present is asked for. */
    static SprintRows of(PlanContext context, Stream<Template> templates) {
        boolean present = context.spec().time().asOf().isEmpty();
        return new SprintRows(context, present && templates.allMatch(SprintSums::cover));
    }

    /** The template's value of a group. */
    Expr value(Template template, String prefix) {
        return summed
                ? Templates.of(template, scope(), prefix, SprintSums::of)
                : Templates.of(template, scope(), prefix);
    }

    /** The columns that tell the groups apart. */
    List<String> identity() {
        return byProject
                ? List.of(Names.INSTANCE_ID, Names.SPRINT_ID, Names.PROJECT_ID)
                : List.of(Names.INSTANCE_ID, Names.SPRINT_ID);
    }

    /** Sprints of the range that the filters let through, closed and ended. */
    InRange inRange() {
        EntityRows rows = closed(byProject ? Join.Kind.INNER : Join.Kind.LEFT);
        Axis.Bucket bucket = context.axis().ofSprint(rows);
        rows.filter(context.spec().filters());
        return new InRange(rows, bucket);
    }

    /** All sprints that have begun and ended, whatever the spec asks for: what baselines are made of. */
    EntityRows population() {
        EntityRows rows = closed(Join.Kind.LEFT);
        rows.where(Terms.exists(rows.column(Names.STARTED_AT)));
        rows.where(Terms.exists(rows.column(Names.ENDED_AT)));
        return rows;
    }

    /** The identity and the spec's keys, to group by. */
    List<Relation.Named> keys(InRange sprints) {
        EntityRows rows = sprints.rows();
        List<Relation.Named> outputs = new ArrayList<>();
        for (String column : identity()) {
            boolean issue = column.equals(Names.PROJECT_ID);
            outputs.add(new Relation.Named(column, issue ? issue(column) : rows.column(column)));
        }
        context.keys(sprints.bucket(), rows::key).stream()
                .filter(key -> !identity().contains(key.name()))
                .forEach(outputs::add);
        return outputs;
    }

    /** Sprints, each with the columns of its own bucket. */
    record InRange(EntityRows rows, Axis.Bucket bucket) {}

    /** What the columns of a template stand for: those of the sprint's issues. */
    Function<String, Expr> scope() {
        return this::issue;
    }

    private Expr issue(String column) {
        return Terms.column(issues.name(), column);
    }

    private EntityRows closed(Join.Kind kind) {
        EntityRows rows = context.rows(sprint);
        rows.where(Terms.eq(rows.column(Names.STATE), Terms.text(Names.CLOSED)));
        rows.join(kind, issues, List.of(Names.INSTANCE_ID, Names.SPRINT_ID));
        return rows;
    }

    private boolean isOfIssues(DimensionDefinition dimension) {
        return !dimension.sources().isEmpty()
                && context.catalog().route(sprint, dimension).isEmpty();
    }
}
