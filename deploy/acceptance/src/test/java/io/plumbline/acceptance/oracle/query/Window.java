package io.plumbline.acceptance.oracle.query;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;

/** Over which days each period of metric_time counts in place of its own. */
public sealed interface Window {
    /** The period and those before it. */
    record Rolling(int periods) implements Window {}

    /** Since the beginning of the enclosing period. */
    record ToDate(Grain grain) implements Window {}

    /** Since the beginning of the range. */
    record Cumulative() implements Window {}

    static Window read(JsonNode json) {
        if (json.isMissingNode() || json.isNull()) {
            return null;
        }
        return switch (json.get("type").asText()) {
            case "rolling" -> new Rolling(json.get("periods").asInt());
            case "to_date" -> new ToDate(Dim.grain(json.get("granularity")));
            default -> new Cumulative();
        };
    }

    /**
     * The first day that counts.
     *
     * @param period the first day of the period
     * @param range the range of the answer, which only the running total keeps to
     */
    default LocalDate begin(LocalDate period, Grain grain, Range range) {
        return switch (this) {
            case Rolling rolling -> {
                LocalDate first = period;
                for (int i = 1; i < rolling.periods(); i++) {
                    first = grain.floor(first.minusDays(1));
                }
                yield first;
            }
            case ToDate toDate -> toDate.grain().floor(period);
            case Cumulative _ -> range.from();
        };
    }
}
