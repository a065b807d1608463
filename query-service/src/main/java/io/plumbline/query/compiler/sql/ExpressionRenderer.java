package io.plumbline.query.compiler.sql;

import io.plumbline.query.compiler.plan.Expr;
import io.plumbline.query.compiler.plan.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Writes the plan's expressions as jOOQ fields, a case for each variant. */
final class ExpressionRenderer {
    private final Placeholders placeholders;
    private final AggregateRenderer aggregates = new AggregateRenderer(this);

    ExpressionRenderer(Placeholders placeholders) {
        this.placeholders = placeholders;
    }

    Field<Object> field(Expr expression) {
        return switch (expression) {
            case Expr.Column column -> Identifiers.column(column.source(), column.name());
            case Expr.Output output -> Identifiers.output(output.name());
            case Expr.Bind bind -> placeholders.placeholder(bind);
            case Expr.Constant constant -> constant(constant.value());
            case Expr.Binary binary ->
                FunctionRenderer.binary(binary.operator(), operand(binary.left()), operand(binary.right()));
            case Expr.Every every -> joined(every.conditions(), " and ", true);
            case Expr.Either either -> joined(either.conditions(), " or ", false);
            case Expr.Not not -> Fragment.of("not (~)", field(not.condition()));
            case Expr.NullTest test ->
                Fragment.of(test.negated() ? "~ is not null" : "~ is null", operand(test.value()));
            case Expr.Membership membership -> membership(membership);
            case Expr.Call call -> FunctionRenderer.call(call.function(), fields(call.arguments()));
            case Expr.Case choice -> choice(choice);
            case Expr.Cast cast -> Fragment.of("cast(~ as " + Types.name(cast.type()) + ")", field(cast.value()));
            case Expr.Floor floor ->
                Fragment.of(
                        "cast(date_trunc('" + Periods.unit(floor.granularity()) + "', ~) as date)",
                        field(floor.value()));
            case Expr.Shift shift ->
                Fragment.of(
                        "cast(~ + ~ * " + Periods.interval(shift.granularity()) + " as date)",
                        field(shift.day()),
                        field(shift.count()));
            case Expr.AnyLike like ->
                Fragment.of(
                        "exists (select 1 from unnest(~) as item(value) where item.value ilike ~)",
                        field(like.list()),
                        field(like.pattern()));
            case Expr.Tuple tuple -> list("(", tuple.values(), ")");
            case Expr.Aggregate aggregate -> aggregates.aggregate(aggregate);
            case Expr.MergedStretches stretches ->
                Fragment.of("range_agg(tstzrange(~, ~))", field(stretches.from()), field(stretches.to()));
            case Expr.Percentile percentile -> aggregates.percentile(percentile);
            case Expr.Position position -> position(position);
            case Expr.Rank rank -> rank(rank);
            case Expr.TotalRows _ -> Fragment.of("count(*) over ()");
            case Expr.Parts parts -> parts(parts);
        };
    }

    /** A number as the percentiles read it. */
    Field<Object> floating(Expr expression) {
        return expression instanceof Expr.Call call
                ? FunctionRenderer.floating(call.function(), fields(call.arguments()))
                : field(expression);
    }

    /** The condition that all hold. */
    Condition every(List<Expr> conditions) {
        return DSL.and(conditions.stream()
                .map(condition -> DSL.condition(field(condition).coerce(SQLDataType.BOOLEAN)))
                .toList());
    }

    SortField<Object> order(Order order) {
        Field<Object> value = field(order.value());
        return (order.descending() ? value.desc() : value.asc()).nullsLast();
    }

    /** Conditions are put into parentheses where they are operands themselves. */
    private Field<Object> operand(Expr expression) {
        return switch (expression) {
            case Expr.NullTest _, Expr.Membership _, Expr.Not _ -> Fragment.of("(~)", field(expression));
            case Expr.Binary binary when !binary.operator().isArithmetic() -> Fragment.of("(~)", field(binary));
            case Expr other -> field(other);
        };
    }

    private Field<?>[] fields(List<Expr> expressions) {
        return expressions.stream().map(this::field).toArray(Field<?>[]::new);
    }

    private static Field<Object> constant(Object value) {
        return DSL.inline(value).coerce(SQLDataType.OTHER);
    }

    private Field<Object> joined(List<Expr> conditions, String word, boolean ofNone) {
        if (conditions.isEmpty()) {
            return constant(ofNone);
        }
        String places = conditions.stream().map(condition -> "~").collect(Collectors.joining(word));
        return Fragment.of(conditions.size() == 1 ? places : "(" + places + ")", fields(conditions));
    }

    private Field<Object> list(String opening, List<Expr> values, String closing) {
        String places = values.stream().map(value -> "~").collect(Collectors.joining(", "));
        return Fragment.of(opening + places + closing, fields(values));
    }

    private Field<Object> membership(Expr.Membership membership) {
        Field<Object> options = list("(", membership.options(), ")");
        String word = membership.negated() ? "~ not in ~" : "~ in ~";
        return Fragment.of(word, operand(membership.value()), options);
    }

    private Field<Object> choice(Expr.Case choice) {
        List<Field<?>> fields = new ArrayList<>();
        StringBuilder pattern = new StringBuilder("case");
        for (Expr.When branch : choice.branches()) {
            pattern.append(" when ~ then ~");
            fields.add(field(branch.condition()));
            fields.add(field(branch.value()));
        }
        if (choice.otherwise() != null) {
            pattern.append(" else ~");
            fields.add(field(choice.otherwise()));
        }
        return Fragment.of(pattern.append(" end").toString(), fields.toArray(Field<?>[]::new));
    }

    private Field<Object> position(Expr.Position position) {
        return Fragment.of(
                "row_number() over (partition by ~ order by ~)",
                list("", position.partition(), ""),
                orders(position.order()));
    }

    private Field<Object> rank(Expr.Rank rank) {
        String order = rank.order().descending() ? "order by ~ desc nulls last" : "order by ~";
        Field<Object> value = field(rank.order().value());
        return rank.partition().isEmpty()
                ? Fragment.of("rank() over (" + order + ")", value)
                : Fragment.of("rank() over (partition by ~ " + order + ")", list("", rank.partition(), ""), value);
    }

    private Field<Object> orders(List<Order> orders) {
        String places = orders.stream()
                .map(order -> order.descending() ? "~ desc" : "~")
                .collect(Collectors.joining(", "));
        return Fragment.of(places, fields(orders.stream().map(Order::value).toList()));
    }

    private Field<Object> parts(Expr.Parts parts) {
        List<Field<?>> fields = new ArrayList<>();
        for (Expr.Member member : parts.members()) {
            fields.add(constant(member.name()));
            fields.add(field(member.value()));
        }
        String places = parts.members().stream().map(member -> "~, ~").collect(Collectors.joining(", "));
        return Fragment.of("json_build_object(" + places + ")", fields.toArray(Field<?>[]::new));
    }
}
