package io.plumbline.query.compiler.resolve;

import io.plumbline.query.compiler.resolve.Condition.Between;
import io.plumbline.query.compiler.resolve.Condition.Like;
import io.plumbline.query.compiler.resolve.Condition.Limit;
import io.plumbline.query.compiler.resolve.Condition.OneOf;
import io.plumbline.query.compiler.resolve.Condition.Present;
import io.plumbline.query.compiler.resolve.Condition.Span;
import io.plumbline.query.compiler.resolve.Condition.Within;
import io.plumbline.query.compiler.validate.TimeText;
import io.plumbline.spec.Filter;
import io.plumbline.spec.catalog.ColumnType;
import java.time.ZoneId;
import java.util.List;

/** Gives a filter's values the type of its field. Counts on the filter having no fault. */
final class Conditions {
    private final ZoneId zone;

    Conditions(ZoneId zone) {
        this.zone = zone;
    }

    Condition of(Filter.Test filter, ColumnType type) {
        return switch (filter.op()) {
            case IS_NULL -> new Present(false);
            case IS_NOT_NULL -> new Present(true);
            case LIKE -> new Like((String) filter.value());
            case CONTAINS -> new Like("%" + literally(filter.value()) + "%");
            case STARTS_WITH -> new Like(literally(filter.value()) + "%");
            case EQ, NE, IN, NOT_IN, LT, LE, GT, GE, BETWEEN ->
                switch (type) {
                    case TIME -> time(filter);
                    case NUMBER -> number(filter);
                    case TEXT, TEXT_LIST, BOOLEAN -> oneOf(filter);
                };
        };
    }

    private static String literally(Object value) {
        return ((String) value).replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    private static OneOf oneOf(Filter.Test filter) {
        return switch (filter.op()) {
            case EQ -> new OneOf(List.of(filter.value()), false);
            case NE -> new OneOf(List.of(filter.value()), true);
            case IN -> new OneOf(distinct(filter), false);
            case NOT_IN -> new OneOf(distinct(filter), true);
            case LT, LE, GT, GE, BETWEEN, LIKE, CONTAINS, STARTS_WITH, IS_NULL, IS_NOT_NULL ->
                throw new IllegalStateException("no operator of an unordered value");
        };
    }

    private static List<Object> distinct(Filter.Test filter) {
        return ((List<?>) filter.value())
                .stream().<Object>map(value -> value).distinct().toList();
    }

    private static Condition number(Filter.Test filter) {
        return switch (filter.op()) {
            case EQ -> new OneOf(List.of(number(filter.value())), false);
            case NE -> new OneOf(List.of(number(filter.value())), true);
            case IN -> new OneOf(numbers(filter), false);
            case NOT_IN -> new OneOf(numbers(filter), true);
            case LT -> new Between(null, new Limit(number(filter.value()), false));
            case LE -> new Between(null, new Limit(number(filter.value()), true));
            case GT -> new Between(new Limit(number(filter.value()), false), null);
            case GE -> new Between(new Limit(number(filter.value()), true), null);
            case BETWEEN ->
                new Between(
                        new Limit(number(((List<?>) filter.value()).getFirst()), true),
                        new Limit(number(((List<?>) filter.value()).getLast()), true));
            case LIKE, CONTAINS, STARTS_WITH, IS_NULL, IS_NOT_NULL ->
                throw new IllegalStateException("no operator of a number");
        };
    }

    private static List<Object> numbers(Filter.Test filter) {
        return ((List<?>) filter.value())
                .stream().<Object>map(Conditions::number).distinct().toList();
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }

    private Within time(Filter.Test filter) {
        return switch (filter.op()) {
            case EQ -> new Within(List.of(whole(filter.value())), false);
            case NE -> new Within(List.of(whole(filter.value())), true);
            case IN -> new Within(spans(filter), false);
            case NOT_IN -> new Within(spans(filter), true);
            case LT -> new Within(List.of(new Span(null, whole(filter.value()).from())), false);
            case LE -> new Within(List.of(new Span(null, whole(filter.value()).to())), false);
            case GT -> new Within(List.of(new Span(whole(filter.value()).to(), null)), false);
            case GE -> new Within(List.of(new Span(whole(filter.value()).from(), null)), false);
            case BETWEEN -> new Within(List.of(between(spans(filter))), false);
            case LIKE, CONTAINS, STARTS_WITH, IS_NULL, IS_NOT_NULL ->
                throw new IllegalStateException("no operator of a time");
        };
    }

    private static Span between(List<Span> both) {
        return new Span(both.getFirst().from(), both.getLast().to());
    }

    private List<Span> spans(Filter.Test filter) {
        return ((List<?>) filter.value()).stream().map(this::whole).toList();
    }

    private Span whole(Object value) {
        TimeText time = TimeText.read((String) value).orElseThrow();
        return new Span(time.start(zone), time.end(zone));
    }
}
