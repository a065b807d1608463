package io.plumbline.spec.canonical;

import io.plumbline.spec.AnalyticsSpec;
import io.plumbline.spec.AsOf;
import io.plumbline.spec.Comparison;
import io.plumbline.spec.Dimension;
import io.plumbline.spec.Granularity;
import io.plumbline.spec.Sort;
import io.plumbline.spec.SpecLimits;
import io.plumbline.spec.TimeRange;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The form that all specs of the same meaning share, as far as the meaning shows without the catalog.
 *
 * <ul>
 *   <li>Explicit: {@code datasource}, {@code limit}, {@code sort.dir}, {@code time.timezone}, {@code time.sprints}, {@code
 *       time.as_of} as an instant, {@code per.agg}, {@code show.dir} of a rank, a time dimension's
 *       granularity ({@code time.granularity} is folded into it, or into an added {@code metric_time}).
 *   <li>Absent: {@code as} where it equals the default, {@code chart}, whatever is empty.
 *   <li>Sorted and without repetition: filters and what is joined in them, values of {@code in} and {@code not_in},
 *       {@code per.dimensions}, {@code show.within}; a single value of {@code in} becomes {@code =}, {@code between} equal
 *       bounds becomes {@code =}, and {@code not} a test becomes the opposite test where there is one.
 *   <li>{@code median} is {@code p50}; each name of UTC is {@code UTC}; {@code 1.0} is {@code 1}.
 *   <li>Kept: the order of measures and dimensions, which decides the default order of rows and their ties; {@code agg}
 *       and {@code params} as written, because their defaults belong to the metric's version.
 * </ul>
 */
public final class CanonicalSpec {
    private static final String DATASOURCE = "warehouse";
    private static final ZoneId UTC = ZoneId.of("UTC");

    private CanonicalSpec() {}

    /** The canonical form; it means the same and is its own canonical form. */
    public static AnalyticsSpec of(AnalyticsSpec spec) {
        return new AnalyticsSpec(
                DATASOURCE,
                spec.measures().stream().map(CanonicalMeasure::of).toList(),
                dimensions(spec),
                CanonicalFilters.of(spec.filters()),
                time(spec.time()),
                spec.sort().stream().map(CanonicalSpec::sort).toList(),
                Objects.requireNonNullElse(spec.limit(), SpecLimits.INTERACTIVE_ROWS),
                null);
    }

    /** The canonical form as JSON text: members sorted by name, no spaces. */
    public static String json(AnalyticsSpec spec) {
        return CanonicalJson.write(of(spec));
    }

    private static List<Dimension> dimensions(AnalyticsSpec spec) {
        Granularity asked = spec.time() == null ? null : spec.time().granularity();
        List<Dimension> dimensions = new ArrayList<>();
        spec.dimensions().forEach(dimension -> dimensions.add(CanonicalDimension.of(dimension, asked)));
        if (asked != null && dimensions.stream().noneMatch(dimension -> dimension.granularity() != null)) {
            dimensions.add(new Dimension(Dimension.METRIC_TIME, asked));
        }
        return dimensions;
    }

    private static TimeRange time(TimeRange time) {
        if (time == null) {
            return new TimeRange(null, null, null, UTC, null);
        }
        ZoneId zone = zone(time.timezone());
        return new TimeRange(
                time.from(), time.to(), null, zone, time.compare(), sprints(time), asOf(time.asOf(), zone));
    }

    private static Integer sprints(TimeRange time) {
        return time.compare() == Comparison.PREVIOUS_SPRINTS ? Objects.requireNonNullElse(time.sprints(), 1) : null;
    }

    private static AsOf asOf(AsOf asOf, ZoneId zone) {
        return asOf == null ? null : new AsOf(null, asOf.at(zone));
    }

    private static ZoneId zone(ZoneId zone) {
        boolean utc = zone == null || isAlwaysUtc(zone.getRules());
        return utc ? UTC : zone;
    }

    private static boolean isAlwaysUtc(ZoneRules rules) {
        return rules.isFixedOffset() && rules.getOffset(Instant.EPOCH).equals(ZoneOffset.UTC);
    }

    private static Sort sort(Sort key) {
        return new Sort(key.field(), Objects.requireNonNullElse(key.dir(), Sort.Direction.ASC));
    }
}
