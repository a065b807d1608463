package io.plumbline.query.compiler.plan;

import io.plumbline.query.compiler.resolve.ResolvedMeasure;
import io.plumbline.query.compiler.resolve.Value;
import io.plumbline.query.compiler.resolve.Value.Leaf;
import io.plumbline.spec.Aggregation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Why a measure has no number in one of the ranges, told from what was counted beside it.
 *
 * @param answer the step with all cells
 * @param prefix of the range's columns in it
 */
record Whys(PlanContext context, Figures figures, String answer, String prefix) {

    /**
     * The reason where the value is missing, and nothing where it is not; empty where no value is ever missing.
     *
     * @param value the number as it is shown, with what few values were behind taken out
     * @param raw the number itself
     * @param values how many values are behind it
     */
    Optional<Expr> of(int index, ResolvedMeasure measure, Expr value, Expr raw, Expr values) {
        boolean always = neverMissing(measure.value());
        Optional<Expr> alone = isPrevious() ? figures.alone() : Optional.empty();
        if (always && alone.isEmpty() && measure.minN().isEmpty()) {
            return Optional.empty();
        }
        List<Expr.When> branches = new ArrayList<>();
        branches.add(new Expr.When(Terms.exists(value), Expr.Constant.NULL));
        future().ifPresent(begins -> branches.add(new Expr.When(begins, Emptiness.NOT_APPLICABLE.term())));
        alone.ifPresent(none -> branches.add(new Expr.When(none, Emptiness.NOT_APPLICABLE.term())));
        if (measure.minN().isPresent()) {
            branches.add(new Expr.When(isPositive(values), fewer(index, measure, raw, always)));
        }
        return Optional.of(continued(branches, missing(index, measure)));
    }

    /** One choice in place of a choice within a choice. */
    private static Expr continued(List<Expr.When> branches, Expr otherwise) {
        if (!(otherwise instanceof Expr.Case choice)) {
            return new Expr.Case(branches, otherwise);
        }
        List<Expr.When> all = new ArrayList<>(branches);
        all.addAll(choice.branches());
        return new Expr.Case(all, choice.otherwise());
    }

    /** There are some values: either too few of them, or no number is made of them anyway. */
    private Expr fewer(int index, ResolvedMeasure measure, Expr raw, boolean always) {
        return always
                ? Emptiness.INSUFFICIENT_N.term()
                : continued(
                        List.of(new Expr.When(Terms.exists(raw), Emptiness.INSUFFICIENT_N.term())),
                        missing(index, measure));
    }

    private boolean neverMissing(Value value) {
        return switch (value) {
            case Value.Rows rows -> Aggregates.isAdditive(rows.aggregation());
            case Value.Sprints sprints -> Aggregates.isAdditive(sprints.aggregation());
            case Value.States states -> states.template().isEmpty() && future().isEmpty();
            case Value.Grouped grouped -> grouped.aggregation() == Aggregation.SUM && neverMissing(grouped.value());
            case Value.Score _, Value.Quotient _, Value.Derived _ -> false;
        };
    }

    /** Whether the row's period has not begun; empty where all have. */
    private Optional<Expr> future() {
        Frame frame = isPrevious() ? Frame.previous(context.spec().time()) : context.frame();
        return frame.isFuture()
                ? Optional.of(Expr.Constant.TRUE)
                : figures.begins(isPrevious()).map(begins -> Terms.atLeast(begins, frame.now()));
    }

    private boolean isPrevious() {
        return !prefix.isEmpty();
    }

    /** Why the number itself is missing. */
    private Expr missing(int index, ResolvedMeasure measure) {
        List<Cell> cells = Cells.of(index, measure).toList();
        return measure.value() instanceof Leaf ? leaf(cells.getFirst()) : arithmetic(cells);
    }

    private Expr leaf(Cell cell) {
        List<Expr.When> branches = new ArrayList<>();
        if (Behind.deviates(cell.leaf())) {
            branches.add(new Expr.When(hasValues(cell), Emptiness.INSUFFICIENT_N.term()));
        }
        if (Behind.mayLackValues(cell.leaf())) {
            Emptiness reason = cell.leaf() instanceof Value.Score ? Emptiness.INSUFFICIENT_N : Emptiness.NOT_APPLICABLE;
            branches.add(new Expr.When(isFound(cell), reason.term()));
        }
        return branches.isEmpty() ? Emptiness.NO_DATA.term() : new Expr.Case(branches, Emptiness.NO_DATA.term());
    }

    /** Nothing in any of its parts; or a part that needs more values; or a division by 0. */
    private Expr arithmetic(List<Cell> cells) {
        List<Expr.When> branches = new ArrayList<>();
        Expr some = new Expr.Either(cells.stream().map(this::hasData).toList());
        branches.add(new Expr.When(new Expr.Not(some), Emptiness.NO_DATA.term()));
        List<Expr> tooFew =
                cells.stream().flatMap(cell -> isShort(cell).stream()).toList();
        if (!tooFew.isEmpty()) {
            branches.add(new Expr.When(new Expr.Either(tooFew), Emptiness.INSUFFICIENT_N.term()));
        }
        return new Expr.Case(branches, Emptiness.NOT_APPLICABLE.term());
    }

    private Expr hasData(Cell cell) {
        return Behind.mayLackValues(cell.leaf())
                ? new Expr.Either(List.of(hasValues(cell), isFound(cell)))
                : hasValues(cell);
    }

    /** Whether it has no number because of too few values. */
    private Optional<Expr> isShort(Cell cell) {
        Expr missing = Terms.missing(column(cell.column()));
        if (cell.leaf() instanceof Value.Score) {
            return Optional.of(new Expr.Every(List.of(missing, isFound(cell))));
        }
        return Behind.deviates(cell.leaf())
                ? Optional.of(new Expr.Every(List.of(missing, hasValues(cell))))
                : Optional.empty();
    }

    /** A number is made of values, unless it is how many there are; one value is enough for most. */
    private Expr hasValues(Cell cell) {
        if (Behind.deviates(cell.leaf())) {
            return isPositive(Behind.values(cell));
        }
        return Behind.isAmount(cell.leaf()) ? isPositive(cell.column()) : Terms.exists(column(cell.column()));
    }

    private Expr isFound(Cell cell) {
        return isPositive(Behind.found(cell));
    }

    private Expr isPositive(String column) {
        return isPositive(Terms.orElse(column(column), Terms.number(0)));
    }

    private static Expr isPositive(Expr count) {
        return new Expr.Binary(Expr.Operator.GT, count, Terms.number(0));
    }

    private Expr column(String name) {
        return Terms.column(answer, prefix + name);
    }
}
