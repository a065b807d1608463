package io.plumbline.translator.ask;

import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.spec.AnalyticsSpec;
import java.util.Map;

/**
 * What a question was understood as, and its rows.
 *
 * @param spec what was run
 * @param interpretation one sentence that says exactly what was counted
 * @param confidence 0 to 1
 * @param translator which translator gave the spec
 * @param results one object for each row
 * @param total rows before the limit
 * @param queryTimeMs as query-service measured it
 * @param cached whether the rows come from a cache
 * @param chart a Vega-Lite specification with the rows in it; null where none was wanted
 */
public record AskAnswer(
        AnalyticsSpec spec,
        String interpretation,
        double confidence,
        String translator,
        JsonNode results,
        JsonNode total,
        JsonNode queryTimeMs,
        JsonNode cached,
        Map<String, Object> chart) {}
