package io.plumbline.spec.expression;

import io.plumbline.spec.expression.Expression.Aggregate;
import io.plumbline.spec.expression.Expression.Arithmetic;
import io.plumbline.spec.expression.Expression.BooleanLiteral;
import io.plumbline.spec.expression.Expression.Call;
import io.plumbline.spec.expression.Expression.Case;
import io.plumbline.spec.expression.Expression.Column;
import io.plumbline.spec.expression.Expression.Comparison;
import io.plumbline.spec.expression.Expression.Logical;
import io.plumbline.spec.expression.Expression.Membership;
import io.plumbline.spec.expression.Expression.Negation;
import io.plumbline.spec.expression.Expression.Not;
import io.plumbline.spec.expression.Expression.NullLiteral;
import io.plumbline.spec.expression.Expression.NullTest;
import io.plumbline.spec.expression.Expression.NumberLiteral;
import io.plumbline.spec.expression.Expression.Parameter;
import io.plumbline.spec.expression.Expression.TextLiteral;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Reads a template by the grammar of this package, one method a rule. The counterpart is {@link ExpressionPrinter}. It
 * knows nothing of columns and types: that is {@link ExpressionChecker}'s part.
 */
public final class ExpressionParser {
    /** The most characters of a template. */
    public static final int MAX_LENGTH = 2_000;
    /** How deep parentheses, arguments and signs may nest. */
    public static final int MAX_DEPTH = 32;

    private static final List<String> OPERAND = List.of("a column", "a number", "'text'", ":parameter", "a function");
    private static final Map<String, ArithmeticOperator> SUMS =
            Map.of("+", ArithmeticOperator.ADD, "-", ArithmeticOperator.SUBTRACT);
    private static final Map<String, ArithmeticOperator> PRODUCTS =
            Map.of("*", ArithmeticOperator.MULTIPLY, "/", ArithmeticOperator.DIVIDE);

    private final TokenStream tokens;
    private final Positions positions;
    private int depth;

    private ExpressionParser(TokenStream tokens, Positions positions) {
        this.tokens = tokens;
        this.positions = positions;
    }

    /**
     * The expression that the text writes.
     *
     * @throws ExpressionException with the first fault, where the text is no expression
     */
    public static Expression parse(String text) {
        return parse(text, new Positions());
    }

    static Expression parse(String text, Positions positions) {
        if (text.length() > MAX_LENGTH) {
            String token = text.substring(MAX_LENGTH, MAX_LENGTH + 1);
            throw new ExpressionException(new ExpressionFault(
                    MAX_LENGTH + 1, token, "a template has at most " + MAX_LENGTH + " characters", List.of()));
        }
        var tokens = new TokenStream(new Lexer(text));
        Expression expression = new ExpressionParser(tokens, positions).expression();
        tokens.expectEnd();
        return expression;
    }

    private Expression expression() {
        return nested(this::disjunction);
    }

    private Expression disjunction() {
        Expression left = conjunction();
        while (tokens.accepts("or")) {
            left = at(left, new Logical(LogicalOperator.OR, left, conjunction()));
        }
        return left;
    }

    private Expression conjunction() {
        Expression left = negation();
        while (tokens.accepts("and")) {
            left = at(left, new Logical(LogicalOperator.AND, left, negation()));
        }
        return left;
    }

    private Expression negation() {
        Token start = tokens.peek();
        return tokens.accepts("not") ? at(start, new Not(nested(this::negation))) : predicate();
    }

    private Expression predicate() {
        Expression left = sum();
        Optional<ComparisonOperator> comparison = ComparisonOperator.find(tokens.symbol());
        if (comparison.isPresent()) {
            tokens.next();
            return at(left, new Comparison(comparison.get(), left, sum()));
        }
        if (tokens.accepts("is")) {
            boolean negated = tokens.accepts("not");
            tokens.expect("null");
            return at(left, new NullTest(left, negated));
        }
        if (tokens.accepts("not")) {
            tokens.expect("in");
            return at(left, new Membership(left, list(), true));
        }
        return tokens.accepts("in") ? at(left, new Membership(left, list(), false)) : left;
    }

    private Expression sum() {
        Expression left = product();
        for (var operator = SUMS.get(tokens.symbol()); operator != null; operator = SUMS.get(tokens.symbol())) {
            tokens.next();
            left = at(left, new Arithmetic(operator, left, product()));
        }
        return left;
    }

    private Expression product() {
        Expression left = factor();
        for (var operator = PRODUCTS.get(tokens.symbol()); operator != null; operator = PRODUCTS.get(tokens.symbol())) {
            tokens.next();
            left = at(left, new Arithmetic(operator, left, factor()));
        }
        return left;
    }

    private Expression factor() {
        Token start = tokens.peek();
        return tokens.accepts("-") ? at(start, new Negation(nested(this::factor))) : primary();
    }

    private Expression primary() {
        Token token = tokens.next();
        return switch (token.kind()) {
            case NUMBER -> at(token, new NumberLiteral(new BigDecimal(token.text())));
            case TEXT -> at(token, new TextLiteral(token.text()));
            case PARAMETER -> at(token, new Parameter(Words.name(token)));
            case NAME -> named(token);
            case SYMBOL -> group(token);
            case END -> throw token.fault("the expression ends too early", OPERAND);
        };
    }

    private Expression group(Token open) {
        if (!open.is("(")) {
            throw open.fault("a value must stand here", OPERAND);
        }
        Expression inner = expression();
        tokens.expect(")");
        return inner;
    }

    private Expression named(Token name) {
        Words.requireKnown(name);
        if (tokens.peek().is("(") && !Words.isKeyword(name.text())) {
            return call(name);
        }
        return switch (name.text()) {
            case "true" -> at(name, new BooleanLiteral(true));
            case "false" -> at(name, new BooleanLiteral(false));
            case "null" -> at(name, new NullLiteral());
            case "case" -> at(name, caseWhen());
            default -> at(name, new Column(Words.name(name)));
        };
    }

    private Expression caseWhen() {
        var branches = new ArrayList<Case.When>();
        tokens.expect("when");
        do {
            Expression condition = expression();
            tokens.expect("then");
            branches.add(new Case.When(condition, expression()));
        } while (tokens.accepts("when"));
        Expression otherwise = tokens.accepts("else") ? expression() : null;
        tokens.expect("end");
        return new Case(branches, otherwise);
    }

    private Expression call(Token name) {
        Optional<AggregateFunction> aggregate = AggregateFunction.find(name.text());
        if (aggregate.isPresent()) {
            return at(name, aggregate(aggregate.get()));
        }
        ScalarFunction function = ScalarFunction.find(name.text()).orElseThrow(() -> Words.unknownFunction(name));
        List<Expression> arguments = list();
        if (!function.takes(arguments.size())) {
            throw name.fault(name.text() + " takes " + function.arity(), List.of());
        }
        return at(name, new Call(function, arguments));
    }

    private Expression aggregate(AggregateFunction function) {
        tokens.expect("(");
        Token first = tokens.peek();
        boolean all = tokens.accepts("*");
        boolean distinct = !all && tokens.accepts("distinct");
        if ((all || distinct) && function != AggregateFunction.COUNT) {
            throw first.fault("only count takes " + first.text(), List.of("a value"));
        }
        Expression argument = all ? null : expression();
        tokens.expect(")");
        return new Aggregate(function, argument, distinct, filter());
    }

    private Expression filter() {
        if (!tokens.accepts("filter")) {
            return null;
        }
        tokens.expect("(");
        tokens.expect("where");
        Expression condition = expression();
        tokens.expect(")");
        return condition;
    }

    private List<Expression> list() {
        var expressions = new ArrayList<Expression>();
        tokens.expect("(");
        do {
            expressions.add(expression());
        } while (tokens.accepts(","));
        tokens.expect(")");
        return expressions;
    }

    private Expression nested(Supplier<Expression> rule) {
        if (++depth > MAX_DEPTH) {
            throw tokens.peek().fault("expressions nest at most " + MAX_DEPTH + " deep", List.of());
        }
        Expression expression = rule.get();
        depth--;
        return expression;
    }

    private <E extends Expression> E at(Token token, E expression) {
        positions.put(expression, token.position());
        return expression;
    }

    private <E extends Expression> E at(Expression first, E expression) {
        positions.put(expression, positions.of(first));
        return expression;
    }
}
