package io.plumbline.translator.ask;

import io.plumbline.translator.translate.QuestionRequest;
import java.time.Instant;

/**
 * The body of a question to be answered.
 *
 * @param question as for a translation, as are the other members
 * @param chart false leaves the chart out; absent and true give one that fits
 */
public record AskRequest(String question, Instant now, String timezone, Boolean chart) {

    QuestionRequest toQuestion() {
        return new QuestionRequest(question, now, timezone);
    }

    boolean wantsChart() {
        return chart == null || chart;
    }
}
