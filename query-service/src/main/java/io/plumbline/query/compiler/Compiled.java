package io.plumbline.query.compiler;

import io.plumbline.query.compiler.plan.PlanDescription;
import io.plumbline.query.compiler.sql.SqlQuery;
import io.plumbline.spec.catalog.MetricDefinition;
import io.plumbline.spec.problem.FieldError;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What came of a spec: a statement to run, or every mistake found in it. */
public sealed interface Compiled {

    /**
     * The spec is wrong.
     *
     * @param errors all faults, in the order of the rules; never empty
     */
    record Rejected(List<FieldError> errors) implements Compiled {
        public Rejected {
            errors = List.copyOf(errors);
        }
    }

    /**
     * The spec is right.
     *
     * @param rows the answer; its last column is {@link SqlQuery#TOTAL}
     * @param warnings statements to run beside it, in the same transaction, whose rows become {@code meta.warnings}
     * @param notices warnings that need no data, for example of a deprecated metric
     * @param metricsUsed {@code name@version} of the measures, in their order, each once
     * @param definitions the measures' metrics and all that they are made of, each once
     * @param words how the numbers are computed, in sentences
     * @param plan the shape, for explain; nothing in it depends on data
     * @param day of the present: at any instant of it the spec comes out the same, but for the present itself
     */
    record Query(
            SqlQuery rows,
            List<WarningQuery> warnings,
            List<String> notices,
            List<String> metricsUsed,
            List<MetricDefinition> definitions,
            List<String> words,
            PlanDescription plan,
            Day day)
            implements Compiled {
        public Query {
            warnings = List.copyOf(warnings);
            notices = List.copyOf(notices);
            metricsUsed = List.copyOf(metricsUsed);
            definitions = List.copyOf(definitions);
            words = List.copyOf(words);
        }

        /** The same without the answer's first rows. */
        public Query skip(long first) {
            return new Query(rows.skip(first), warnings, notices, metricsUsed, definitions, words, plan, day);
        }

        /** What the spec compiles to at another present; empty where that is not of the same day. */
        public Optional<Query> at(Instant now) {
            return day.has(now)
                    ? Optional.of(new Query(
                            rows.at(now),
                            warnings.stream().map(warning -> warning.at(now)).toList(),
                            notices,
                            metricsUsed,
                            definitions,
                            words,
                            plan,
                            day))
                    : Optional.empty();
        }
    }
}
