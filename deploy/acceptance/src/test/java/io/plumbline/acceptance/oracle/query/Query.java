package io.plumbline.acceptance.oracle.query;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** A spec as the oracle reads it. */
public record Query(
        List<Ask> asks, List<Dim> dims, List<Cond> filters, Range range, String compare, List<Order> sort, int limit) {
    private static final int DEFAULT_LIMIT = 1000;

    public static Query read(JsonNode spec) {
        JsonNode time = spec.path("time");
        ZoneId zone = ZoneId.of(time.path("timezone").asText("UTC"));
        Grain standard = time.hasNonNull("granularity") ? Dim.grain(time.get("granularity")) : null;
        List<Ask> asks = new ArrayList<>();
        spec.get("measures").forEach(m -> asks.add(Ask.read(m)));
        List<Cond> filters = new ArrayList<>();
        spec.path("filters").forEach(f -> filters.add(Cond.read(f, zone)));
        List<Order> sort = new ArrayList<>();
        spec.path("sort").forEach(s -> sort.add(Order.read(s)));
        String compare = time.hasNonNull("compare") ? time.get("compare").asText() : null;
        Range range = new Range(day(time.path("from")), day(time.path("to")), zone);
        int limit = spec.path("limit").asInt(DEFAULT_LIMIT);
        return new Query(asks, dims(spec, standard), filters, range, compare, sort, limit);
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

    /** The range to compare with, or null. */
    public Range previous() {
        if (compare == null) {
            return null;
        }
        return compare.equals("previous_year") ? range.previousYear() : range.previousPeriod();
    }

    /** Whether a dimension or filter speaks of projects, so that each project's part of a sprint counts apart. */
    public boolean isByProject() {
        return dims.stream().anyMatch(d -> d.field().startsWith("project_"))
                || filters.stream().anyMatch(f -> f.field().startsWith("project_"));
    }
}
