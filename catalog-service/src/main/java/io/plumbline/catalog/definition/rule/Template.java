package io.plumbline.catalog.definition.rule;

import io.plumbline.catalog.definition.Definitions;
import io.plumbline.spec.Aggregation;
import io.plumbline.spec.catalog.ColumnType;
import io.plumbline.spec.catalog.Computation;
import io.plumbline.spec.catalog.Entity;
import io.plumbline.spec.catalog.MetricDefinition;
import io.plumbline.spec.expression.Checked;
import io.plumbline.spec.expression.ExpressionChecker;
import io.plumbline.spec.expression.Scope;
import io.plumbline.spec.expression.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One template of a metric and the place where it stands.
 *
 * @param place JSON pointer within the definition
 */
record Template(String place, String text, Scope scope) {
    private static final Set<Aggregation> COUNTS = Set.of(Aggregation.COUNT, Aggregation.COUNT_DISTINCT);

    Checked checked() {
        return ExpressionChecker.check(text, scope);
    }

    /** The templates of a metric; none where its entity is unknown, which is another rule's fault. */
    static List<Template> of(MetricDefinition metric, Definitions definitions) {
        Set<String> parameters = metric.parameters().stream()
                .map(MetricDefinition.Parameter::name)
                .collect(Collectors.toSet());
        return switch (metric.computation()) {
            case Computation.Simple simple ->
                definitions
                        .findEntity(simple.entity())
                        .map(entity -> simple(simple, entity, parameters))
                        .orElse(List.of());
            case Computation.PerSprint it ->
                List.of(new Template(
                        "/computation/sql_template",
                        it.sqlTemplate(),
                        Scope.aggregate(columns(definitions, Grains.PER_SPRINT), parameters)
                                .expecting(ValueType.NUMBER)));
            case Computation.Snapshot it ->
                snapshot(
                        it,
                        Scope.row(columns(definitions, Grains.SNAPSHOT), parameters)
                                .withSnapshotInstant());
            case Computation.Derived it ->
                List.of(new Template(
                        "/computation/sql_template",
                        it.sqlTemplate(),
                        Scope.row(numbers(it), parameters).expecting(ValueType.NUMBER)));
            case Computation.Ratio _, Computation.Composite _ -> List.of();
        };
    }

    private static List<Template> snapshot(Computation.Snapshot snapshot, Scope state) {
        Template where = new Template("/computation/where", snapshot.where(), state.expecting(ValueType.BOOLEAN));
        return snapshot.sqlTemplate() == null
                ? List.of(where)
                : List.of(
                        where,
                        new Template(
                                "/computation/sql_template",
                                snapshot.sqlTemplate(),
                                state.expecting(ValueType.NUMBER)));
    }

    private static Map<String, ColumnType> numbers(Computation.Derived derived) {
        return derived.inputs().stream()
                .collect(Collectors.toMap(Computation.Derived.Input::name, _ -> ColumnType.NUMBER, (one, _) -> one));
    }

    private static List<Template> simple(Computation.Simple simple, Entity entity, Set<String> parameters) {
        Scope row = Scope.row(entity.columns(), parameters);
        Scope condition = row.expecting(ValueType.BOOLEAN);
        var templates = new ArrayList<Template>();
        templates.add(new Template("/computation/sql_template", simple.sqlTemplate(), value(simple, entity, row)));
        if (simple.where() != null) {
            templates.add(new Template("/computation/where", simple.where(), condition));
        }
        if (simple.leftOut() != null) {
            templates.add(new Template("/computation/left_out", simple.leftOut(), condition));
        }
        return templates;
    }

    private static Scope value(Computation.Simple simple, Entity entity, Scope row) {
        Entity.TimeColumn time = entity.times().get(simple.eventTime());
        Scope scope = time != null && time.to() != null ? row.withClip() : row;
        return COUNTS.containsAll(simple.aggregations())
                ? scope.expecting(ValueType.NUMBER, ValueType.TEXT, ValueType.BOOLEAN, ValueType.TIME, ValueType.KEY)
                : scope.expecting(ValueType.NUMBER);
    }

    private static Map<String, ColumnType> columns(Definitions definitions, String entity) {
        return definitions.findEntity(entity).map(Entity::columns).orElse(Map.of());
    }
}
