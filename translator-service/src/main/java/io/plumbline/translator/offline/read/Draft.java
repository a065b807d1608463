package io.plumbline.translator.offline.read;

import io.plumbline.spec.Comparison;
import io.plumbline.spec.Filter;
import io.plumbline.spec.Granularity;
import io.plumbline.spec.Measure;
import io.plumbline.translator.offline.time.TimeReference;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What the rules have understood so far. A rule that finds the question unanswerable says so once; the first reason
 * stands.
 */
public final class Draft {
    /** The cost of a word that was corrected, assumed or left out. */
    static final double CORRECTED = 0.05;

    static final double ASSUMED = 0.1;
    static final double LEFT_OUT = 0.25;

    private final List<Measure> measures = new ArrayList<>();
    private final Set<String> groups = new LinkedHashSet<>();
    private final Conditions conditions = new Conditions();
    private final List<String> notes = new ArrayList<>();
    private TimeReference range;
    private Comparison comparison;
    private boolean series;
    private Granularity granularity;
    private Ranking ranking;
    private Integer lastSprints;
    private double confidence = 1;
    private String refusal;
    private String refusedField;

    /**
     * An order of the groups.
     *
     * @param target the dimension whose values are ranked; {@code metric_time} for periods; null where only an order
     *     was asked for
     * @param limit how many to show; null means all
     */
    public record Ranking(String target, Order order, Integer limit) {}

    void refuse(String reason) {
        if (refusal == null) {
            refusal = reason;
        }
    }

    /** The dimension that a metric does not take, for the choice of another metric. */
    void setRefusedField(String field) {
        refusedField = field;
    }

    void note(String note, double cost) {
        notes.add(note);
        doubt(cost);
    }

    void doubt(double cost) {
        confidence -= cost;
    }

    void addMeasure(Measure measure) {
        if (measures.stream().noneMatch(m -> m.column().equals(measure.column()))) {
            measures.add(measure);
        }
    }

    void groupBy(String field) {
        groups.add(field);
    }

    Conditions conditions() {
        return conditions;
    }

    void setRange(TimeReference range) {
        this.range = range;
    }

    void setComparison(Comparison comparison) {
        this.comparison = comparison;
    }

    /** Asks for one value per period; null lets the range decide on the period. */
    void addSeries(Granularity granularity) {
        this.series = true;
        if (this.granularity == null) {
            this.granularity = granularity;
        }
    }

    void setRanking(Ranking ranking) {
        this.ranking = ranking;
    }

    void setLastSprints(int count) {
        this.lastSprints = count;
    }

    /** Why there is no answer; null while there may be one. */
    public String refusal() {
        return refusal;
    }

    /** The dimension that made the question unanswerable; null where something else did. */
    public String refusedField() {
        return refusedField;
    }

    public List<Measure> measures() {
        return List.copyOf(measures);
    }

    /** The dimensions grouped by, in the order they were named. */
    public List<String> orderedGroups() {
        return List.copyOf(groups);
    }

    public List<Filter.Test> filters() {
        return conditions.toFilters();
    }

    public TimeReference range() {
        return range;
    }

    public Comparison comparison() {
        return comparison;
    }

    public boolean series() {
        return series;
    }

    public Granularity granularity() {
        return granularity;
    }

    public Ranking ranking() {
        return ranking;
    }

    public Integer lastSprints() {
        return lastSprints;
    }

    public List<String> notes() {
        return List.copyOf(notes);
    }

    /** 0.1 to 1, in hundredths. */
    public double confidence() {
        return Math.round(Math.max(ASSUMED, confidence) * 100) / 100.0;
    }
}
