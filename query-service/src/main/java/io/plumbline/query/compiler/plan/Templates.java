package io.plumbline.query.compiler.plan;

import io.plumbline.query.compiler.resolve.Template;
import io.plumbline.spec.catalog.WorkingCalendar;
import io.plumbline.spec.expression.ArithmeticOperator;
import io.plumbline.spec.expression.ComparisonOperator;
import io.plumbline.spec.expression.Expression;
import io.plumbline.spec.expression.LogicalOperator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Turns a metric's template into the plan's expression.
 *
 * @param columns what a column's name stands for where the template is used
 * @param parameters the template's parameters
 * @param calendar what counts as a working day
 * @param prefix begins the names of the parameters' binds, so that two measures keep apart
 * @param kept what is kept in place of an aggregate, in terms of other columns
 */
record Templates(
        Function<String, Expr> columns,
        Map<String, Long> parameters,
        WorkingCalendar calendar,
        String prefix,
        Function<Expression.Aggregate, Optional<Expression>> kept) {

    static Expr of(Template template, Function<String, Expr> columns, String prefix) {
        return of(template, columns, prefix, _ -> Optional.empty());
    }

    static Expr of(
            Template template,
            Function<String, Expr> columns,
            String prefix,
            Function<Expression.Aggregate, Optional<Expression>> kept) {
        return new Templates(columns, template.parameters(), template.calendar(), prefix, kept)
                .expr(template.expression());
    }

    private Expr expr(Expression expression) {
        return switch (expression) {
            case Expression.NumberLiteral literal -> new Expr.Constant(literal.value());
            case Expression.TextLiteral literal -> new Expr.Constant(literal.value());
            case Expression.BooleanLiteral literal -> new Expr.Constant(literal.value());
            case Expression.NullLiteral _ -> Expr.Constant.NULL;
            case Expression.Column column -> columns.apply(column.name());
            case Expression.Parameter parameter -> parameter(parameter.name());
            case Expression.Negation negation -> Terms.minus(Terms.number(0), expr(negation.operand()));
            case Expression.Arithmetic arithmetic ->
                new Expr.Binary(operator(arithmetic.operator()), expr(arithmetic.left()), expr(arithmetic.right()));
            case Expression.Comparison comparison ->
                new Expr.Binary(operator(comparison.operator()), expr(comparison.left()), expr(comparison.right()));
            case Expression.Logical logical -> logical(logical);
            case Expression.Not not -> new Expr.Not(expr(not.operand()));
            case Expression.NullTest test -> new Expr.NullTest(expr(test.operand()), test.negated());
            case Expression.Membership in -> new Expr.Membership(expr(in.operand()), all(in.options()), in.negated());
            case Expression.Case choice -> choice(choice);
            case Expression.Call call -> call(call);
            case Expression.Aggregate aggregate ->
                kept.apply(aggregate).map(this::expr).orElseGet(() -> aggregate(aggregate));
        };
    }

    private List<Expr> all(List<Expression> expressions) {
        return expressions.stream().map(this::expr).toList();
    }

    private Expr parameter(String name) {
        return new Expr.Bind(prefix + "_" + name, Type.INTEGER, parameters.get(name));
    }

    private Expr logical(Expression.Logical logical) {
        List<Expr> both = List.of(expr(logical.left()), expr(logical.right()));
        return logical.operator() == LogicalOperator.AND ? new Expr.Every(both) : new Expr.Either(both);
    }

    private Expr choice(Expression.Case choice) {
        List<Expr.When> branches = choice.branches().stream()
                .map(branch -> new Expr.When(expr(branch.condition()), expr(branch.value())))
                .toList();
        return new Expr.Case(branches, choice.otherwise() == null ? null : expr(choice.otherwise()));
    }

    private Expr call(Expression.Call call) {
        List<Expr> arguments = all(call.arguments());
        return switch (call.function()) {
            case KEY -> new Expr.Tuple(arguments);
            case COALESCE -> new Expr.Call(Expr.Function.COALESCE, arguments);
            case NULLIF -> new Expr.Call(Expr.Function.NULLIF, arguments);
            case ABS -> new Expr.Call(Expr.Function.ABS, arguments);
            case GREATEST -> new Expr.Call(Expr.Function.GREATEST, arguments);
            case LEAST -> new Expr.Call(Expr.Function.LEAST, arguments);
            case ROUND -> new Expr.Call(Expr.Function.ROUND, arguments);
            case DAYS_BETWEEN -> new Expr.Call(Expr.Function.DAYS_BETWEEN, arguments);
            case HOURS_BETWEEN -> new Expr.Call(Expr.Function.HOURS_BETWEEN, arguments);
            case WORKING_DAYS_BETWEEN ->
                new Expr.Call(Expr.Function.WORKING_DAYS_BETWEEN, WorkingTime.arguments(arguments, calendar));
            case DAYS -> new Expr.Call(Expr.Function.DAYS, arguments);
        };
    }

    private Expr aggregate(Expression.Aggregate aggregate) {
        return new Expr.Aggregate(
                switch (aggregate.function()) {
                    case COUNT -> Expr.Aggregate.Kind.COUNT;
                    case SUM -> Expr.Aggregate.Kind.SUM;
                    case AVG -> Expr.Aggregate.Kind.AVG;
                    case MIN -> Expr.Aggregate.Kind.MIN;
                    case MAX -> Expr.Aggregate.Kind.MAX;
                },
                aggregate.argument() == null ? null : expr(aggregate.argument()),
                aggregate.distinct(),
                aggregate.filter() == null ? null : expr(aggregate.filter()));
    }

    private static Expr.Operator operator(ArithmeticOperator operator) {
        return switch (operator) {
            case ADD -> Expr.Operator.ADD;
            case SUBTRACT -> Expr.Operator.SUBTRACT;
            case MULTIPLY -> Expr.Operator.MULTIPLY;
            case DIVIDE -> Expr.Operator.DIVIDE;
        };
    }

    private static Expr.Operator operator(ComparisonOperator operator) {
        return switch (operator) {
            case EQ -> Expr.Operator.EQ;
            case NE -> Expr.Operator.NE;
            case LT -> Expr.Operator.LT;
            case LE -> Expr.Operator.LE;
            case GT -> Expr.Operator.GT;
            case GE -> Expr.Operator.GE;
        };
    }
}
