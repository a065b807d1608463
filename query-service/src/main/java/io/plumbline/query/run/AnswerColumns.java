package io.plumbline.query.run;

import io.plumbline.query.compiler.sql.SqlQuery;
import io.plumbline.query.intake.AcceptedSpec;
import io.plumbline.spec.Measure;
import io.plumbline.spec.Show;
import io.plumbline.spec.catalog.MetricDefinition;
import io.plumbline.spec.result.ResultColumn;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Describes the columns of an answer: what they hold and in which unit. */
public final class AnswerColumns {
    private static final String PERCENT = "percent";
    private static final String VALUES = "values";
    private static final String RANK = "rank";
    private static final String SCORE = "score";

    private AnswerColumns() {}

    /** The columns that are shown, in order. */
    public static List<Answer.Column> of(AcceptedSpec accepted) {
        Map<String, String> units = units(accepted);
        SqlQuery query = accepted.query().rows();
        return query.columns().subList(0, query.columns().size() - 1).stream()
                .filter(ResultColumn::isShown)
                .map(column -> new Answer.Column(column.name(), column.type().wireName(), units.get(column.name())))
                .toList();
    }

    /** The units by the names of the columns that have one. */
    static Map<String, String> units(Answer.Meta meta) {
        return meta.columns().stream()
                .filter(column -> column.unit() != null)
                .collect(Collectors.toMap(Answer.Column::name, Answer.Column::unit));
    }

    private static Map<String, String> units(AcceptedSpec accepted) {
        Map<String, String> units = new HashMap<>();
        for (Measure measure : accepted.spec().measures()) {
            String unit = measure.show() == null ? unit(measure, accepted) : unit(measure.show());
            String column = measure.column();
            units.put(column, unit);
            units.put(column + "__previous", unit);
            units.put(column + "__delta", unit);
            units.put(column + "__delta_pct", PERCENT);
            units.put(column + "__parts", SCORE);
            units.put(column + "__n", VALUES);
        }
        return units;
    }

    private static String unit(Show show) {
        return switch (show.type()) {
            case PERCENT_OF_TOTAL -> PERCENT;
            case RANK -> RANK;
        };
    }

    private static String unit(Measure measure, AcceptedSpec accepted) {
        return accepted.catalog().metrics().stream()
                .filter(metric -> accepted.query().metricsUsed().contains(metric.id()))
                .filter(metric -> names(measure, metric))
                .map(MetricDefinition::unit)
                .findFirst()
                .orElse(null);
    }

    private static boolean names(Measure measure, MetricDefinition metric) {
        return measure.bareName().equals(metric.name())
                && (measure.name().equals(metric.name())
                        || measure.name().equals(metric.name() + "@" + metric.majorVersion()));
    }
}
