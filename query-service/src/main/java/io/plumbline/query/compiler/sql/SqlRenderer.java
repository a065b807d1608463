package io.plumbline.query.compiler.sql;

import io.plumbline.query.compiler.plan.Join;
import io.plumbline.query.compiler.plan.Plan;
import io.plumbline.query.compiler.plan.Relation;
import io.plumbline.query.compiler.plan.Step;
import java.util.List;
import java.util.stream.IntStream;
import org.jooq.CommonTableExpression;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.GroupField;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.Select;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.SelectHavingStep;
import org.jooq.Table;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Writes a plan as one statement of PostgreSQL. Single use: it numbers the placeholders of one text. */
public final class SqlRenderer {
    private static final DSLContext JOOQ = quietly();

    private final Placeholders placeholders = new Placeholders();
    private final ExpressionRenderer expressions = new ExpressionRenderer(placeholders);
    private final SourceRenderer sources = new SourceRenderer(expressions);

    private SqlRenderer() {}

    /** The statement of the plan. */
    public static SqlQuery render(Plan plan) {
        SqlRenderer renderer = new SqlRenderer();
        String text = JOOQ.render(renderer.statement(plan));
        return new SqlQuery(text, renderer.placeholders.parameters(), plan.columns());
    }

    private static DSLContext quietly() {
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
        return DSL.using(SQLDialect.POSTGRES, new Settings().withRenderFormatted(true));
    }

    private Select<?> statement(Plan plan) {
        // The steps come first in the text, and so in the numbers of the placeholders.
        CommonTableExpression<?>[] steps =
                plan.steps().stream().map(this::named).toArray(CommonTableExpression<?>[]::new);
        var outputs = outputs(plan.result());
        var start = steps.length == 0 ? JOOQ.select(outputs) : JOOQ.with(steps).select(outputs);
        var limited = body(start, plan.result())
                .orderBy(plan.order().stream().map(expressions::order).toList())
                .limit(expressions.field(plan.limit()).coerce(SQLDataType.BIGINT));
        return plan.offset() == null
                ? limited
                : limited.offset(expressions.field(plan.offset()).coerce(SQLDataType.BIGINT));
    }

    /** Materialized, because a planner that mistakes the size of an aggregate would make it anew for each row it joins. */
    private CommonTableExpression<?> named(Step step) {
        return Identifiers.name(step.name()).asMaterialized(relation(step.relation()));
    }

    private Select<Record> relation(Relation relation) {
        return switch (relation) {
            case Relation.Select select -> body(JOOQ.select(outputs(select)), select);
            case Relation.UnionAll union ->
                union.parts().stream()
                        .map(this::relation)
                        .reduce(Select::unionAll)
                        .orElseThrow();
        };
    }

    private SelectHavingStep<Record> body(org.jooq.SelectFromStep<Record> start, Relation.Select select) {
        var filtered = start.from(joined(select));
        var chosen = select.where().isEmpty() ? filtered : filtered.where(expressions.every(select.where()));
        List<? extends GroupField> keys =
                IntStream.rangeClosed(1, select.keys()).mapToObj(DSL::inline).toList();
        return keys.isEmpty() ? chosen : chosen.groupBy(keys);
    }

    private Table<?> joined(Relation.Select select) {
        Table<?> table = sources.table(select.from());
        for (Join join : select.joins()) {
            table = joined(table, sources.table(join.source()), join);
        }
        return table;
    }

    private Table<?> joined(Table<?> left, Table<?> right, Join join) {
        return switch (join.kind()) {
            case INNER ->
                join.on().isEmpty() ? left.crossJoin(right) : left.join(right).on(expressions.every(join.on()));
            case LEFT -> left.leftJoin(right).on(expressions.every(join.on()));
        };
    }

    private List<? extends SelectFieldOrAsterisk> outputs(Relation.Select select) {
        return select.outputs().stream()
                .map(output -> expressions.field(output.value()).as(Identifiers.name(output.name())))
                .<Field<?>>map(field -> field)
                .toList();
    }
}
