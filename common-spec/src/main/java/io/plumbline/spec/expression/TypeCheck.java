package io.plumbline.spec.expression;

import static io.plumbline.spec.expression.ValueType.BOOLEAN;
import static io.plumbline.spec.expression.ValueType.DURATION;
import static io.plumbline.spec.expression.ValueType.NOTHING;
import static io.plumbline.spec.expression.ValueType.NUMBER;
import static io.plumbline.spec.expression.ValueType.TEXT;
import static io.plumbline.spec.expression.ValueType.TIME;

import io.plumbline.spec.catalog.ColumnType;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Finds the type of each part and reports the parts that do not fit. After a fault the type that the place wants is
 * assumed ({@code NOTHING} fits anywhere), so that one mistake gives one fault.
 */
final class TypeCheck {
    private static final Set<ValueType> COMPARABLE = Set.of(NUMBER, TEXT, BOOLEAN, TIME, DURATION);
    private static final Set<ValueType> ORDERED = Set.of(NUMBER, TEXT, TIME, DURATION);
    private static final Set<ValueType> MEASURED = Set.of(NUMBER, TIME, DURATION);

    private final Scope scope;
    private final Faults faults;

    TypeCheck(Scope scope, Faults faults) {
        this.scope = scope;
        this.faults = faults;
    }

    ValueType typeOf(Expression expression) {
        return switch (expression) {
            case NumberLiteral _ -> NUMBER;
            case TextLiteral _ -> TEXT;
            case BooleanLiteral _ -> BOOLEAN;
            case NullLiteral _ -> NOTHING;
            case Column column -> column(column);
            case Parameter parameter -> parameter(parameter);
            case Negation negation -> required(negation.operand(), NUMBER);
            case Not not -> required(not.operand(), BOOLEAN);
            case Logical logical -> logical(logical);
            case Arithmetic arithmetic -> arithmetic(arithmetic);
            case Comparison comparison -> comparison(comparison);
            case NullTest test -> nullTest(test);
            case Membership membership -> membership(membership);
            case Case caseWhen -> caseWhen(caseWhen);
            case Call call -> call(call);
            case Aggregate aggregate -> aggregate(aggregate);
        };
    }

    private ValueType column(Column column) {
        ColumnType type = scope.columns().get(column.name());
        if (type == null) {
            faults.add(
                    column,
                    "there is no such column here",
                    List.copyOf(scope.columns().keySet()));
            return NOTHING;
        }
        return ValueType.of(type);
    }

    private ValueType parameter(Parameter parameter) {
        if (!scope.parameters().contains(parameter.name())) {
            List<String> declared =
                    scope.parameters().stream().sorted().map(name -> ":" + name).toList();
            faults.add(parameter, "this parameter is not declared", declared);
        }
        return NUMBER;
    }

    private ValueType required(Expression part, ValueType wanted) {
        ValueType actual = typeOf(part);
        if (actual != wanted && actual != NOTHING) {
            faults.add(part, "this is a " + actual.label(), List.of(wanted.label()));
        }
        return wanted;
    }

    private ValueType logical(Logical logical) {
        required(logical.left(), BOOLEAN);
        return required(logical.right(), BOOLEAN);
    }

    private ValueType arithmetic(Arithmetic it) {
        ValueType left = typeOf(it.left());
        ValueType right = typeOf(it.right());
        boolean sum = switch (it.operator()) {
            case ADD, SUBTRACT -> true;
            case MULTIPLY, DIVIDE -> false;
        };
        if (sum && right == DURATION && (left == TIME || left == DURATION)) {
            return left;
        }
        if (isNumber(left) && isNumber(right)) {
            return NUMBER;
        }
        String hint = left == TIME && right == TIME ? "; days_between or hours_between gives a length of time" : "";
        faults.add(
                it,
                "a " + left.label() + " and a " + right.label() + " cannot be combined by "
                        + it.operator().symbol() + hint);
        return NOTHING;
    }

    private static boolean isNumber(ValueType type) {
        return type == NUMBER || type == NOTHING;
    }

    private ValueType comparison(Comparison it) {
        boolean equality = switch (it.operator()) {
            case EQ, NE -> true;
            case LT, LE, GT, GE -> false;
        };
        for (Expression side : it.children()) {
            if (side instanceof NullLiteral) {
                faults.add(it, "a comparison with null never holds", List.of("is null", "is not null"));
                return BOOLEAN;
            }
        }
        same(it.children(), equality ? COMPARABLE : ORDERED);
        return BOOLEAN;
    }

    private ValueType nullTest(NullTest test) {
        typeOf(test.operand());
        return BOOLEAN;
    }

    private ValueType membership(Membership it) {
        for (Expression option : it.options()) {
            if (option instanceof NullLiteral) {
                faults.add(option, "null is no member of a list", List.of("is null", "is not null"));
            }
        }
        same(it.children(), COMPARABLE);
        return BOOLEAN;
    }

    private ValueType caseWhen(Case it) {
        var values = new ArrayList<Expression>();
        for (Case.When branch : it.branches()) {
            required(branch.condition(), BOOLEAN);
            values.add(branch.value());
        }
        if (it.otherwise() != null) {
            values.add(it.otherwise());
        }
        return same(values, COMPARABLE);
    }

    private ValueType call(Call call) {
        List<Expression> arguments = call.arguments();
        return switch (call.function()) {
            case COALESCE, NULLIF -> same(arguments, COMPARABLE);
            case GREATEST, LEAST -> same(arguments, MEASURED);
            case ABS -> required(arguments.getFirst(), NUMBER);
            case ROUND -> round(arguments);
            case DAYS_BETWEEN, HOURS_BETWEEN, WORKING_DAYS_BETWEEN -> between(arguments);
            case DAYS -> duration(arguments.getFirst());
            case KEY -> key(arguments);
        };
    }

    private ValueType key(List<Expression> arguments) {
        for (Expression argument : arguments) {
            same(List.of(argument), COMPARABLE);
        }
        return ValueType.KEY;
    }

    private ValueType duration(Expression days) {
        required(days, NUMBER);
        return DURATION;
    }

    private ValueType between(List<Expression> arguments) {
        arguments.forEach(instant -> required(instant, TIME));
        return NUMBER;
    }

    private ValueType round(List<Expression> arguments) {
        if (arguments.size() == 2 && !isWholeNumber(arguments.getLast())) {
            faults.add(arguments.getLast(), "the decimals of round are a whole number", List.of("0", "1", "2"));
        }
        return required(arguments.getFirst(), NUMBER);
    }

    private static boolean isWholeNumber(Expression expression) {
        return expression instanceof NumberLiteral literal && literal.value().scale() == 0;
    }

    private ValueType aggregate(Aggregate it) {
        if (it.filter() != null) {
            required(it.filter(), BOOLEAN);
        }
        return switch (it.function()) {
            case COUNT -> count(it);
            case SUM, AVG -> required(it.argument(), NUMBER);
            case MIN, MAX -> same(it.children().subList(0, 1), MEASURED);
        };
    }

    private ValueType count(Aggregate it) {
        if (it.argument() != null) {
            typeOf(it.argument());
        }
        return NUMBER;
    }

    /** The one type of all these parts, which must be among those allowed. */
    private ValueType same(List<Expression> parts, Set<ValueType> allowed) {
        ValueType common = NOTHING;
        for (Expression part : parts) {
            ValueType type = typeOf(part);
            if (type == NOTHING) {
                continue;
            }
            if (!allowed.contains(type)) {
                List<String> labels =
                        allowed.stream().sorted().map(ValueType::label).toList();
                faults.add(part, "a " + type.label() + " cannot be used here", labels);
            } else if (common != NOTHING && common != type) {
                faults.add(part, "this is a " + type.label() + " beside a " + common.label(), List.of(common.label()));
            } else {
                common = type;
            }
        }
        return common;
    }
}
