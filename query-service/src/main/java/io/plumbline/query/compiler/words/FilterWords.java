package io.plumbline.query.compiler.words;

import io.plumbline.query.compiler.index.CatalogIndex;
import io.plumbline.spec.AnalyticsSpec;
import io.plumbline.spec.Filter;
import io.plumbline.spec.Measure;
import java.util.List;
import java.util.stream.Stream;

/** Says which rows are picked: those that are counted, and those of the answer that stay. */
final class FilterWords {
    private final AnalyticsSpec spec;
    private final TestWords tests;

    FilterWords(AnalyticsSpec spec, CatalogIndex catalog) {
        this.spec = spec;
        this.tests = new TestWords(catalog);
    }

    List<String> ofRows() {
        return conditions()
                .filter(filter -> !readsNumbers(filter))
                .map(filter -> "Only what fits counts: " + text(filter) + ".")
                .toList();
    }

    List<String> ofAnswer() {
        return conditions()
                .filter(this::readsNumbers)
                .map(filter -> "Of the rows of the answer only those stay that fit: " + text(filter) + ".")
                .toList();
    }

    private Stream<Filter> conditions() {
        return spec.filters().stream().flatMap(FilterWords::conditions);
    }

    private static Stream<Filter> conditions(Filter filter) {
        return filter instanceof Filter.All all
                ? all.filters().stream().flatMap(FilterWords::conditions)
                : Stream.of(filter);
    }

    private boolean readsNumbers(Filter filter) {
        return filter.tests().anyMatch(test -> isNumber(test.field()));
    }

    private boolean isNumber(String field) {
        return spec.measures().stream()
                .map(Measure::column)
                .anyMatch(column -> field.equals(column) || field.startsWith(column + "__"));
    }

    private String text(Filter filter) {
        return switch (filter) {
            case Filter.Test test -> isNumber(test.field()) ? tests.ofNumber(test) : tests.ofDimension(test);
            case Filter.All all -> joined(all.filters(), "and");
            case Filter.Any any -> joined(any.filters(), "or");
            case Filter.Not not -> "not (" + text(not.filter()) + ")";
        };
    }

    private String joined(List<Filter> filters, String word) {
        List<String> parts = filters.stream().map(this::part).toList();
        return String.join(" " + word + " ", parts);
    }

    /** A join within a join is set apart, so that no reader has to know which binds closer. */
    private String part(Filter filter) {
        return switch (filter) {
            case Filter.All _, Filter.Any _ -> "(" + text(filter) + ")";
            case Filter.Test _, Filter.Not _ -> text(filter);
        };
    }
}
