package io.plumbline.translator.offline.write;

import io.plumbline.spec.AnalyticsSpec;
import io.plumbline.spec.Dimension;
import io.plumbline.spec.Filter;
import io.plumbline.spec.Granularity;
import io.plumbline.spec.Operator;
import io.plumbline.spec.Sort;
import io.plumbline.spec.SpecLimits;
import io.plumbline.spec.TimeRange;
import io.plumbline.translator.Question;
import io.plumbline.translator.offline.Metrics;
import io.plumbline.translator.offline.read.Draft;
import io.plumbline.translator.offline.read.Order;
import io.plumbline.translator.offline.read.Polarity;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Writes a complete draft as a spec. */
public final class SpecWriter {
    private static final Set<String> MAY_BE_EMPTY =
            Set.of("assignee", "reporter", "sprint_name", "board", "label", "component", "priority");
    private static final String SPRINT = "sprint_name";
    private static final String SPRINT_END = "sprint_end";

    private final Draft draft;
    private final Question question;
    private final Metrics metrics;

    public SpecWriter(Draft draft, Question question, Metrics metrics) {
        this.draft = draft;
        this.question = question;
        this.metrics = metrics;
    }

    public AnalyticsSpec write() {
        return new AnalyticsSpec(null, draft.measures(), dimensions(), filters(), time(), sort(), limit(), null);
    }

    private List<Dimension> dimensions() {
        var dimensions = new ArrayList<Dimension>();
        draft.orderedGroups().forEach(field -> dimensions.add(Dimension.of(field)));
        if (draft.lastSprints() != null) {
            if (!draft.orderedGroups().contains(SPRINT)) {
                dimensions.add(Dimension.of(SPRINT));
            }
            dimensions.add(new Dimension(SPRINT_END, Granularity.DAY));
        }
        if (draft.series()) {
            dimensions.add(new Dimension(Dimension.METRIC_TIME, granularity()));
        }
        return dimensions;
    }

    private Granularity granularity() {
        return draft.granularity() != null
                ? draft.granularity()
                : Span.of(draft.range(), question.today()).fittingGranularity(isPerSprint());
    }

    private boolean isPerSprint() {
        return draft.measures().stream().allMatch(measure -> metrics.perSprint(measure.bareName()));
    }

    // "Which label has the most bugs" does not ask for the issues without any.
    private List<Filter> filters() {
        var filters = new ArrayList<>(draft.filters());
        var ranking = draft.ranking();
        if (ranking != null
                && ranking.target() != null
                && MAY_BE_EMPTY.contains(ranking.target())
                && !isPerSprint()
                && filters.stream().noneMatch(filter -> filter.field().equals(ranking.target()))) {
            filters.add(new Filter.Test(ranking.target(), Operator.IS_NOT_NULL, null));
        }
        return List.copyOf(filters);
    }

    private TimeRange time() {
        var span = draft.series()
                ? Span.ofSeries(draft.range(), question.today(), granularity(), draft.comparison())
                : Span.of(draft.range(), question.today());
        boolean timed = !span.equals(Span.ALL) || draft.series();
        var zone = timed ? question.timezone() : null;
        return span.equals(Span.ALL) && zone == null && draft.comparison() == null
                ? null
                : new TimeRange(span.from(), span.to(), null, zone, draft.comparison());
    }

    private List<Sort> sort() {
        if (draft.lastSprints() != null) {
            return List.of(new Sort(SPRINT_END, Sort.Direction.DESC));
        }
        if (draft.ranking() == null) {
            return List.of();
        }
        var first = draft.measures().getFirst();
        return List.of(new Sort(first.column(), direction(draft.ranking().order(), first.bareName())));
    }

    private static Sort.Direction direction(Order order, String metric) {
        boolean descending = switch (order) {
            case DESCENDING -> true;
            case ASCENDING -> false;
            case BEST -> Polarity.higherIsBetter(metric);
            case WORST -> !Polarity.higherIsBetter(metric);
        };
        return descending ? Sort.Direction.DESC : Sort.Direction.ASC;
    }

    private Integer limit() {
        var asked = draft.lastSprints() != null
                ? draft.lastSprints()
                : draft.ranking() == null ? null : draft.ranking().limit();
        return asked == null ? null : Math.clamp(asked, 1, SpecLimits.INTERACTIVE_ROWS);
    }
}
