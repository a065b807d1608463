package io.plumbline.query.compiler.plan;

import io.plumbline.query.compiler.resolve.ResolvedDimension;
import io.plumbline.query.compiler.resolve.Value;
import io.plumbline.spec.Aggregation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** A measure's number from the columns of its cells: what nothing counts as, quotients and other arithmetic. */
final class Figures {
    private final PlanContext context;
    private final Map<String, Cell> cells;
    private final String answer;

    Figures(PlanContext context, Map<String, Cell> cells, String answer) {
        this.context = context;
        this.cells = cells;
        this.answer = answer;
    }

    /** @param column the measure's column in the answer */
    Expr current(String column, Value value) {
        return figure(column, value, "");
    }

    /** The number of the previous range; none where the period has no partner. */
    Expr previous(String column, Value value) {
        return figure(column, value, Combination.PREVIOUS);
    }

    /**
     * How many values are behind the number: of a ratio, those of what it is divided by; of other arithmetic, the fewest.
     *
     * @param prefix of the range's columns
     */
    Expr values(String column, Value value, String prefix) {
        return switch (value) {
            case Value.Quotient quotient -> values(Cells.denominator(column), quotient.denominator(), prefix);
            case Value.Derived derived ->
                Terms.call(
                        Expr.Function.LEAST,
                        IntStream.range(0, derived.inputs().size())
                                .mapToObj(i -> values(
                                        Cells.input(column, i),
                                        derived.inputs().get(i).value(),
                                        prefix))
                                .toArray(Expr[]::new));
            case Value.Leaf _ ->
                Terms.orElse(Terms.column(answer, prefix + Behind.values(cells.get(column))), Terms.number(0));
        };
    }

    /** Whether a row's period has no partner in the previous range; empty where each has. */
    Optional<Expr> alone() {
        List<ResolvedDimension> times = context.spec().dimensions().stream()
                .filter(ResolvedDimension::isTime)
                .toList();
        if (times.isEmpty()) {
            return Optional.empty();
        }
        Alignment alignment = new Alignment(context);
        return Optional.of(new Expr.Either(times.stream()
                .map(time -> alignment.isAlone(time, Terms.column(answer, time.name())))
                .toList()));
    }

    private Expr figure(String column, Value value, String prefix) {
        return switch (value) {
            case Value.Quotient quotient ->
                Terms.over(
                        figure(Cells.numerator(column), quotient.numerator(), prefix),
                        figure(Cells.denominator(column), quotient.denominator(), prefix));
            case Value.Derived derived -> derived(column, derived, prefix);
            case Value.Leaf _ -> leaf(column, prefix);
        };
    }

    private Expr derived(String column, Value.Derived derived, String prefix) {
        Map<String, Expr> inputs = new HashMap<>();
        for (int i = 0; i < derived.inputs().size(); i++) {
            Value.Input input = derived.inputs().get(i);
            inputs.put(input.name(), figure(Cells.input(column, i), input.value(), prefix));
        }
        return Templates.of(derived.template(), inputs::get, column);
    }

    private Expr leaf(String column, String prefix) {
        return leaf(cells.get(column).leaf(), Terms.column(answer, prefix + column), !prefix.isEmpty());
    }

    private Expr leaf(Value value, Expr found, boolean previous) {
        return switch (value) {
            case Value.Rows rows -> filled(found, rows.aggregation(), previous);
            case Value.Sprints sprints -> filled(found, sprints.aggregation(), previous);
            case Value.States states -> states.template().isPresent() ? found : count(found, previous);
            // A sum over groups is what the number of all of them would be.
            case Value.Grouped grouped ->
                grouped.aggregation() == Aggregation.SUM ? leaf(grouped.value(), found, previous) : found;
            case Value.Score _, Value.Quotient _, Value.Derived _ -> found;
        };
    }

    private Expr filled(Expr found, Aggregation aggregation, boolean previous) {
        return Aggregates.isAdditive(aggregation) ? Terms.orElse(found, zero(previous)) : found;
    }

    /** Nothing is 0, but what has no partner has no value. */
    private Expr zero(boolean previous) {
        Optional<Expr> alone = previous ? alone() : Optional.empty();
        return alone.<Expr>map(none -> new Expr.Case(List.of(new Expr.When(none, Expr.Constant.NULL)), Terms.number(0)))
                .orElse(Terms.number(0));
    }

    /** No issue is 0, but a state that lies in the future is not known. */
    private Expr count(Expr found, boolean previous) {
        Frame frame = previous ? Frame.previous(context.spec().time()) : context.frame();
        if (frame.isFuture()) {
            return Terms.cast(Expr.Constant.NULL, Type.INTEGER);
        }
        return Terms.orElse(
                found,
                begins(previous)
                        .map(begins -> Terms.when(Terms.less(begins, frame.now()), zero(previous)))
                        .orElseGet(() -> zero(previous)));
    }

    /** When the row's period begins, or its partner's in the previous range; empty where all have begun. */
    Optional<Expr> begins(boolean previous) {
        Frame frame = previous ? Frame.previous(context.spec().time()) : context.frame();
        return context.spec().metricTime().filter(_ -> frame.reachesFuture()).map(time -> {
            Expr bucket = Terms.column(answer, time.name());
            Expr first = previous ? new Alignment(context).partner(time, bucket) : bucket;
            return Terms.call(Expr.Function.START_OF_DAY, first, frame.zone());
        });
    }
}
