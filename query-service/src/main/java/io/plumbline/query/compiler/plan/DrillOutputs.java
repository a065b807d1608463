package io.plumbline.query.compiler.plan;

import io.plumbline.query.compiler.index.Names;
import io.plumbline.query.compiler.resolve.ResolvedDimension;
import java.util.ArrayList;
import java.util.List;

/** The columns of what is behind a cell, as far as they are written. */
final class DrillOutputs {
    static final String VALUE = "value";

    private static final List<String> OF_ISSUES = List.of("issue_type", "status", "assignee", "project_key");

    private final List<Relation.Named> outputs = new ArrayList<>();
    private final List<ResultColumn> columns = new ArrayList<>();

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

    static ResolvedDimension dimension(PlanContext context, String name) {
        return new ResolvedDimension(context.catalog().dimension(name).orElseThrow(), null);
    }
}
