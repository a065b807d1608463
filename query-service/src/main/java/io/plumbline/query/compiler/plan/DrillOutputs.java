package io.plumbline.query.compiler.plan;

import io.plumbline.query.compiler.index.Names;
import io.plumbline.query.compiler.resolve.ResolvedCell;
import io.plumbline.query.compiler.resolve.ResolvedDimension;
import io.plumbline.spec.result.ResultColumn;
import io.plumbline.spec.result.ResultType;
import java.util.ArrayList;
import java.util.List;

/** The columns of what is behind a cell, as far as they are written. */
final class DrillOutputs {
    static final String VALUE = "value";

    private static final List<String> OF_ISSUES = List.of("issue_type", "status", "assignee", "project_key");

    private final List<Relation.Named> outputs = new ArrayList<>();
    private final List<ResultColumn> columns = new ArrayList<>();
    private final List<Order> groups = new ArrayList<>();

    List<Relation.Named> outputs() {
        return outputs;
    }

    List<ResultColumn> columns() {
        return columns;
    }

    DrillOutputs add(String name, ResultType type, Expr value) {
        outputs.add(new Relation.Named(name, value));
        columns.add(new ResultColumn(name, type));
        return this;
    }

    /** The number of an issue or sprint, as JSON has it. */
    DrillOutputs number(String name, ResultType type, Expr value) {
        return add(name, type, Terms.cast(value, type == ResultType.INTEGER ? Type.INTEGER : Type.DOUBLE));
    }

    /** What people know an issue by; its state is the present one, where the step has none of its own. */
    DrillOutputs issue(PlanContext context, EntityRows issues, String step) {
        add(Names.ISSUE_KEY, ResultType.TEXT, issues.column(Names.ISSUE_KEY));
        add(Names.SUMMARY, ResultType.TEXT, issues.column(Names.SUMMARY));
        for (String name : OF_ISSUES) {
            boolean own = context.steps().columns(step).contains(name);
            add(name, ResultType.TEXT, own ? Terms.column(step, name) : issues.key(dimension(context, name)));
        }
        return add(Names.INSTANCE_ID, ResultType.TEXT, issues.column(Names.INSTANCE_ID));
    }

    /** In two stages the group of the row, as far as the columns do not tell it yet. */
    void groups(ResolvedCell cell, String step) {
        for (ResolvedDimension group : cell.groups()) {
            for (Layout.Column column : Layout.of(cell.spec(), group)) {
                Expr value = Terms.column(step, column.source());
                boolean isText = column.shown().type() == ResultType.TEXT;
                groups.add(new Order(isText ? Terms.call(Expr.Function.BINARY_ORDER, value) : value, false));
                if (columns.stream()
                        .noneMatch(other -> other.name().equals(column.shown().name()))) {
                    add(column.shown().name(), column.shown().type(), value);
                }
            }
        }
    }

    /** The order of the groups that an issue is in. */
    List<Order> inGroups() {
        return groups;
    }

    static ResolvedDimension dimension(PlanContext context, String name) {
        return new ResolvedDimension(context.catalog().dimension(name).orElseThrow(), null);
    }
}
