package io.plumbline.acceptance.oracle.query;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * A spec as the oracle reads it.
 *
 * @param filters what picks rows before they are counted
 * @param answerFilters what picks rows of the answer
 * @param sprints with how many sprints before it each sprint is compared
 * @param asOf the instant whose state is asked for; null means the present
 */
public record Query(
        List<Ask> asks,
        List<Dim> dims,
        List<Tree> filters,
        List<Tree> answerFilters,
        Range range,
        Instant asOf,
        String compare,
        int sprints,
        List<Order> sort,
        int limit) {
    private static final int DEFAULT_LIMIT = 1000;

    public static Query read(JsonNode spec) {
        JsonNode time = spec.path("time");
        ZoneId zone = ZoneId.of(time.path("timezone").asText("UTC"));
        Grain standard = time.hasNonNull("granularity") ? Dim.grain(time.get("granularity")) : null;
        List<Ask> asks = new ArrayList<>();
        spec.get("measures").forEach(m -> asks.add(Ask.read(m)));
        List<Tree> filters = new ArrayList<>();
        List<Tree> answerFilters = new ArrayList<>();
        spec.path("filters")
                .forEach(f -> Tree.read(f, zone)
                        .conjuncts()
                        .forEach(c -> (testsNumbers(c, asks) ? answerFilters : filters).add(c)));
        List<Order> sort = new ArrayList<>();
        spec.path("sort").forEach(s -> sort.add(Order.read(s)));
        String compare = time.hasNonNull("compare") ? time.get("compare").asText() : null;
        int sprints = time.path("sprints").asInt(1);
        Range range = new Range(day(time.path("from")), day(time.path("to")), zone);
        int limit = spec.path("limit").asInt(DEFAULT_LIMIT);
        Instant asOf = time.hasNonNull("as_of") ? instant(time.get("as_of").asText(), zone) : null;
        return new Query(
                asks, dims(spec, standard), filters, answerFilters, range, asOf, compare, sprints, sort, limit);
    }

    private static boolean testsNumbers(Tree tree, List<Ask> asks) {
        return tree.fields()
                .anyMatch(f -> asks.stream().anyMatch(a -> f.equals(a.column()) || f.startsWith(a.column() + "__")));
    }

    /** A day is its beginning. */
    private static Instant instant(String text, ZoneId zone) {
        return text.length() == 10 ? LocalDate.parse(text).atStartOfDay(zone).toInstant() : Instant.parse(text);
    }

    /** The same over some more dimensions; shorter periods take the place of longer ones. */
    public Query finer(Per per) {
        List<Dim> more = new ArrayList<>(dims);
        if (per.isByTime()) {
            more.removeIf(Dim::isMetricTime);
        }
        more.addAll(per.dims());
        return new Query(asks, more, filters, answerFilters, range, asOf, compare, sprints, sort, limit);
    }

    /** The same over some of the dimensions only. */
    public Query over(List<String> fields) {
        List<Dim> some = dims.stream().filter(d -> fields.contains(d.field())).toList();
        return new Query(asks, some, filters, answerFilters, range, asOf, compare, sprints, sort, limit);
    }

    private static List<Dim> dims(JsonNode spec, Grain standard) {
        List<Dim> dims = new ArrayList<>();
        spec.path("dimensions").forEach(d -> dims.add(Dim.read(d, standard)));
        if (standard != null && dims.stream().noneMatch(Dim::isTime)) {
            dims.add(new Dim("metric_time", standard));
        }
        return dims;
    }

    private static LocalDate day(JsonNode json) {
        return json.isMissingNode() || json.isNull() ? null : LocalDate.parse(json.asText());
    }

    /** The metric_time dimension, or null. */
    public Dim metricTime() {
        return dims.stream().filter(Dim::isMetricTime).findFirst().orElse(null);
    }

    /** Whether metric_time goes by sprint. */
    public boolean isBySprint() {
        return metricTime() != null && metricTime().grain() == null;
    }

    /** The range to compare with, or null. */
    public Range previous() {
        if (compare == null || compare.equals("previous_sprints")) {
            return null;
        }
        return compare.equals("previous_year") ? range.previousYear() : range.previousPeriod();
    }

    /** Whether a dimension or filter speaks of projects, so that each project's part of a sprint counts apart. */
    public boolean isByProject() {
        return dims.stream().anyMatch(d -> d.field().startsWith("project_"))
                || filters.stream().flatMap(Tree::fields).anyMatch(f -> f.startsWith("project_"));
    }
}
