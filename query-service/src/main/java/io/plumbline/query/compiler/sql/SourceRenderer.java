package io.plumbline.query.compiler.sql;

import io.plumbline.query.compiler.plan.Source;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** Writes what a select reads from. */
final class SourceRenderer {
    private final ExpressionRenderer expressions;

    SourceRenderer(ExpressionRenderer expressions) {
        this.expressions = expressions;
    }

    Table<?> table(Source source) {
        return switch (source) {
            case Source.Scan scan ->
                scan.asOf()
                        .map(at -> DSL.table("{0}({1})", Identifiers.qualified(scan.relation()), expressions.field(at)))
                        .<Table<?>>map(rows -> rows.as(Identifiers.name(scan.alias())))
                        .orElseGet(() -> DSL.table(Identifiers.qualified(scan.relation()))
                                .as(Identifiers.name(scan.alias())));
            case Source.Ref ref ->
                ref.step().equals(ref.alias())
                        ? Identifiers.step(ref.step())
                        : Identifiers.step(ref.step()).as(Identifiers.name(ref.alias()));
            case Source.Calendar calendar -> calendar(calendar);
            case Source.ListValues values ->
                DSL.table(
                                "lateral (select distinct item.value from unnest({0}) as item(value))",
                                expressions.field(values.list()))
                        .as(Identifiers.name(values.alias()));
            case Source.Stretches stretches ->
                DSL.table(
                                "lateral (select lower(item.stretch) as from_at, upper(item.stretch) as to_at from unnest({0}) as item(stretch))",
                                expressions.field(stretches.list()))
                        .as(Identifiers.name(stretches.alias()));
        };
    }

    private Table<?> calendar(Source.Calendar calendar) {
        String series = "lateral (select cast(series.day as date) as day from generate_series("
                + "cast({0} as timestamp), cast({1} as timestamp), " + Periods.interval(calendar.granularity())
                + ") as series(day))";
        return DSL.table(series, expressions.field(calendar.first()), expressions.field(calendar.last()))
                .as(Identifiers.name(calendar.alias()));
    }
}
