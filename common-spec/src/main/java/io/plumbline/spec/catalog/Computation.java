package io.plumbline.spec.catalog;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import io.plumbline.spec.Aggregation;
import java.util.List;
import java.util.Locale;

/**
 * How a metric's number is made. Templates are expressions of the closed grammar in {@code io.plumbline.spec.expression}
 * over the columns of one entity; they can name no relation.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Computation.Simple.class, name = "simple"),
    @JsonSubTypes.Type(value = Computation.PerSprint.class, name = "per_sprint"),
    @JsonSubTypes.Type(value = Computation.Snapshot.class, name = "snapshot"),
    @JsonSubTypes.Type(value = Computation.Ratio.class, name = "ratio"),
    @JsonSubTypes.Type(value = Computation.Derived.class, name = "derived"),
    @JsonSubTypes.Type(value = Computation.Composite.class, name = "composite")
})
public sealed interface Computation {

    /** The aggregation used where a measure names none. */
    Aggregation aggregation();

    /** The aggregations a measure may name; never empty. */
    List<Aggregation> aggregations();

    /**
     * An aggregate over one entity's rows.
     *
     * @param entity whose rows
     * @param sqlTemplate the value of one row; {@code key(instance_id, issue_id)} counts things whose ids are unique
     *     within an instance only; for an interval event time it may use {@code clip_from} and {@code
     *     clip_to}, the row's interval cut to the period
     * @param where which rows count; null means all
     * @param eventTime the entity's time that {@code metric_time} means
     * @param leftOut a condition on rows that would count but for a missing value: they are counted in a warning; null
     *     means none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Simple(
            String entity,
            String sqlTemplate,
            String where,
            String eventTime,
            Aggregation aggregation,
            List<Aggregation> aggregations,
            String leftOut)
            implements Computation {
        public Simple {
            aggregations = List.copyOf(aggregations);
        }
    }

    /**
     * A value for each closed sprint, made from its issues, then rolled up over sprints. Event time: the sprint's end.
     *
     * @param sqlTemplate an aggregate expression over the {@code sprint_issue} rows of one sprint; a sprint without
     *     issues is one row of nulls
     */
    record PerSprint(String sqlTemplate, Aggregation aggregation, List<Aggregation> aggregations)
            implements Computation {
        public PerSprint {
            aggregations = List.copyOf(aggregations);
        }
    }

    /**
     * The state at the end of each period: distinct issues, or a value of each of them rolled up.
     *
     * @param where which states count; may use {@code snapshot_at}, the instant of the snapshot
     * @param sqlTemplate the value of one issue at {@code snapshot_at}, rolled up over issues; null means that issues
     *     are counted, and {@code aggregation} rolls the counts up over periods
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Snapshot(String where, String sqlTemplate, Aggregation aggregation, List<Aggregation> aggregations)
            implements Computation {
        public Snapshot {
            aggregations = List.copyOf(aggregations);
        }
    }

    /**
     * One metric over another, each aggregated first. Null where the denominator is 0.
     *
     * @param numerator a metric's name
     * @param denominator a metric's name
     */
    record Ratio(String numerator, String denominator) implements Computation {
        @Override
        public Aggregation aggregation() {
            return Aggregation.AVG;
        }

        @Override
        public List<Aggregation> aggregations() {
            return List.of(Aggregation.AVG);
        }
    }

    /**
     * Arithmetic over other metrics, each aggregated first.
     *
     * @param sqlTemplate an expression over the inputs' names, without aggregates
     * @param inputs the metrics it is made of, in the order of their first use
     */
    record Derived(String sqlTemplate, List<Input> inputs) implements Computation {
        public Derived {
            inputs = List.copyOf(inputs);
        }

        @Override
        public Aggregation aggregation() {
            return Aggregation.AVG;
        }

        @Override
        public List<Aggregation> aggregations() {
            return List.of(Aggregation.AVG);
        }

        /**
         * @param name what the expression calls it
         * @param metric a metric's name
         * @param agg how it rolls up; null means its own aggregation
         */
        @JsonInclude(JsonInclude.Include.NON_NULL)
        public record Input(String name, String metric, Aggregation agg) {}
    }

    /**
     * A weighted sum of z-scores of per-sprint metrics, then averaged over sprints.
     *
     * @param parts the weights sum to 1
     * @param baseline what a sprint's value is measured against
     */
    record Composite(List<Part> parts, Baseline baseline) implements Computation {
        public Composite {
            parts = List.copyOf(parts);
        }

        @Override
        public Aggregation aggregation() {
            return Aggregation.AVG;
        }

        @Override
        public List<Aggregation> aggregations() {
            return List.of(Aggregation.AVG);
        }

        /**
         * @param name the part's name in {@code <as>__parts}
         * @param metric a per-sprint metric
         * @param weight 0 to 1
         */
        public record Part(String name, String metric, double weight) {}

        /**
         * @param kind the population: all closed sprints of the instance, with mean and sample deviation ({@code
         *     INSTANCE}); or the preceding closed sprints of the board, with median and 1.4826 × MAD ({@code BOARD})
         * @param window the number of preceding sprints, for {@code BOARD}; null for {@code INSTANCE}
         * @param minimum with fewer sprints in the population the score is null
         * @param clip z-scores are cut to ±clip
         */
        @JsonInclude(JsonInclude.Include.NON_NULL)
        public record Baseline(Kind kind, Integer window, int minimum, double clip) {
            /** The population of the baseline. */
            public enum Kind {
                INSTANCE,
                BOARD;

                @JsonValue
                public String wireName() {
                    return name().toLowerCase(Locale.ROOT);
                }

                @JsonCreator
                static Kind fromWire(String wireName) {
                    return valueOf(wireName.toUpperCase(Locale.ROOT));
                }
            }
        }
    }
}
