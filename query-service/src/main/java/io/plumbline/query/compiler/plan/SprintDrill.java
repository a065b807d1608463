package io.plumbline.query.compiler.plan;

import io.plumbline.query.compiler.index.CatalogIndex;
import io.plumbline.query.compiler.index.Names;
import io.plumbline.query.compiler.resolve.ResolvedCell;
import io.plumbline.query.compiler.resolve.ResolvedDimension;
import io.plumbline.query.compiler.resolve.Template;
import io.plumbline.query.compiler.resolve.Value.Score;
import io.plumbline.query.compiler.resolve.Value.Sprints;
import io.plumbline.spec.Aggregation;
import io.plumbline.spec.catalog.Entity;
import io.plumbline.spec.expression.ExpressionParser;
import io.plumbline.spec.result.ResultType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The sprints that a number was made of: their issues with the part each played, or the parts of their scores. */
record SprintDrill(ResolvedCell cell, Expr tenant) {
    /** What an issue was in its sprint, by the column of the answer. */
    private static final Map<String, String> ROLES = roles();

    private static final List<String> POINTS = List.of("points_start", "points_joined", "points_removed", "points_end");

    /** The issues of the sprints, also those that add nothing. */
    PlannedDrill issues(Sprints sprints) {
        Sprints share = new Sprints(sprints.template(), Aggregation.MAX);
        List<Cell> cells = new ArrayList<>(List.of(Drilled.value(share)));
        ROLES.forEach((name, column) -> cells.add(cell(name, "count(*) filter (where " + column + ")")));
        POINTS.forEach(name -> cells.add(cell(name, "max(" + name + ")")));
        List<ResolvedDimension> identity = new ArrayList<>(sprint());
        identity.add(Identity.everywhere(catalog(), Names.ISSUE_ID));
        Drilled drilled = Drilled.of(cell, tenant, identity, cells, cell.window(), _ -> Expr.Constant.TRUE);
        EntityRows issues = drilled.issues();
        DrillOutputs outputs = named(drilled).issue(drilled.context(), issues, drilled.step());
        ROLES.keySet()
                .forEach(name -> outputs.add(
                        name,
                        ResultType.BOOLEAN,
                        new Expr.Binary(Expr.Operator.GT, drilled.column(name), Terms.number(0))));
        POINTS.forEach(name -> outputs.number(name, ResultType.DECIMAL, drilled.column(name)));
        Expr value = drilled.column(DrillOutputs.VALUE);
        outputs.number(DrillOutputs.VALUE, ResultType.DECIMAL, value);
        List<Order> order = bySprint(drilled);
        order.add(new Order(value, true));
        order.addAll(IssueDrill.byKey(issues));
        return drilled.page(issues, outputs, order, true, List.of());
    }

    /** The scored sprints with their parts; each of a sprint's projects by itself where the cell is of projects. */
    PlannedDrill scores(Score score) {
        List<String> parts = IntStream.rangeClosed(1, score.parts().size())
                .mapToObj(part -> "part_" + part)
                .toList();
        List<ResolvedDimension> projects = projects();
        Drilled drilled = Drilled.of(
                cell,
                tenant,
                Stream.concat(sprint().stream(), projects.stream()).toList(),
                List.of(new Cell(score, Drilled.VALUES, Type.NUMERIC, parts, Optional.empty())),
                cell.window(),
                _ -> Expr.Constant.TRUE);
        Expr value = drilled.column(DrillOutputs.VALUE);
        DrillOutputs outputs = named(drilled);
        projects.forEach(project -> outputs.add(project.name(), ResultType.TEXT, drilled.column(project.name())));
        outputs.number(DrillOutputs.VALUE, ResultType.DECIMAL, value)
                .add("parts", ResultType.PARTS, Terms.when(Terms.exists(value), parts(drilled, score, parts)));
        List<Order> order = new ArrayList<>(List.of(new Order(value, true)));
        order.addAll(bySprint(drilled));
        projects.forEach(project -> order.add(text(drilled.column(project.name()))));
        return drilled.page(outputs, order);
    }

    private static Expr parts(Drilled drilled, Score score, List<String> parts) {
        return new Expr.Parts(IntStream.range(0, parts.size())
                .mapToObj(i -> new Expr.Member(
                        score.parts().get(i).name(), Terms.cast(drilled.column(parts.get(i)), Type.DOUBLE)))
                .toList());
    }

    private static DrillOutputs named(Drilled drilled) {
        return new DrillOutputs()
                .add("sprint", ResultType.TEXT, drilled.identity(Names.SPRINT_NAME))
                .add(Names.BOARD, ResultType.TEXT, drilled.identity(Names.BOARD))
                .add("at", ResultType.INSTANT, drilled.identity(Names.ENDED_AT));
    }

    private static List<Order> bySprint(Drilled drilled) {
        return new ArrayList<>(List.of(
                new Order(drilled.identity(Names.ENDED_AT), false),
                text(drilled.identity(Names.INSTANCE_ID)),
                text(drilled.identity(Names.SPRINT_ID))));
    }

    private static Order text(Expr column) {
        return new Order(Terms.call(Expr.Function.BINARY_ORDER, column), false);
    }

    private static Cell cell(String name, String template) {
        Sprints value = new Sprints(Template.plain(ExpressionParser.parse(template)), Aggregation.MAX);
        return new Cell(value, name, Type.NUMERIC, List.of(), Optional.empty());
    }

    private List<ResolvedDimension> sprint() {
        List<ResolvedDimension> identity = new ArrayList<>(List.of(Identity.everywhere(catalog(), Names.INSTANCE_ID)));
        Stream.of(Names.SPRINT_ID, Names.SPRINT_NAME, Names.BOARD, Names.ENDED_AT)
                .forEach(column -> identity.add(Identity.of(Names.SPRINT, column)));
        return identity;
    }

    private List<ResolvedDimension> projects() {
        Entity sprint = catalog().entity(Names.SPRINT);
        boolean ofProjects = cell.spec()
                .filteredDimensions()
                .anyMatch(dimension -> catalog().route(sprint, dimension).isEmpty());
        return ofProjects
                ? List.of(
                        new ResolvedDimension(catalog().dimension("project_key").orElseThrow(), null))
                : List.of();
    }

    private CatalogIndex catalog() {
        return cell.spec().catalog();
    }

    private static Map<String, String> roles() {
        Map<String, String> roles = new LinkedHashMap<>();
        roles.put("committed", "committed");
        roles.put("added", "added");
        roles.put("removed", "removed");
        roles.put("completed", "completed");
        roles.put("not_completed", "open_at_end");
        return roles;
    }
}
