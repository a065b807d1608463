package io.plumbline.query.compiler.sql;

import io.plumbline.query.compiler.plan.Expr;
import io.plumbline.query.compiler.plan.Expr.Aggregate;
import java.math.BigDecimal;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Writes what is made of many rows. */
final class AggregateRenderer {
    private final ExpressionRenderer expressions;

    AggregateRenderer(ExpressionRenderer expressions) {
        this.expressions = expressions;
    }

    Field<Object> aggregate(Aggregate aggregate) {
        if (aggregate.argument() == null) {
            return filtered(Fragment.of("count(*)"), aggregate.filter());
        }
        String opening = name(aggregate.kind()) + (aggregate.distinct() ? "(distinct " : "(");
        return filtered(Fragment.of(opening + "~)", expressions.field(aggregate.argument())), aggregate.filter());
    }

    Field<Object> percentile(Expr.Percentile percentile) {
        Field<?> fraction = DSL.inline(BigDecimal.valueOf(percentile.fraction()));
        Field<Object> call = Fragment.of(
                "percentile_cont(~) within group (order by ~)", fraction, expressions.floating(percentile.argument()));
        return filtered(call, percentile.filter());
    }

    private Field<Object> filtered(Field<Object> call, Expr filter) {
        return filter == null ? call : Fragment.of("~ filter (where ~)", call, expressions.field(filter));
    }

    private static String name(Aggregate.Kind kind) {
        return switch (kind) {
            case COUNT -> "count";
            case SUM -> "sum";
            case AVG -> "avg";
            case MIN -> "min";
            case MAX -> "max";
            case DEVIATION -> "stddev_samp";
        };
    }
}
