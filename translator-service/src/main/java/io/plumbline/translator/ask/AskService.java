package io.plumbline.translator.ask;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.spec.Json;
import io.plumbline.spec.http.Envelope;
import io.plumbline.spec.tenant.Caller;
import io.plumbline.translator.Question;
import io.plumbline.translator.Translation.CannotAnswer;
import io.plumbline.translator.Translation.Translated;
import io.plumbline.translator.chart.FittingChart;
import io.plumbline.translator.query.QueryClient;
import io.plumbline.translator.translate.TranslationService;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Translates a question and has query-service run the spec. */
@ApplicationScoped
public class AskService {
    private static final TypeReference<Map<String, Object>> MEMBERS = new TypeReference<>() {};

    private final TranslationService translations;
    private final QueryClient queries;

    AskService(TranslationService translations, QueryClient queries) {
        this.translations = translations;
        this.queries = queries;
    }

    /** What became of a question. */
    sealed interface Outcome {
        record Answered(Envelope<AskAnswer> body) implements Outcome {}

        record Refused(CannotAnswer refusal) implements Outcome {}
    }

    /**
     * How an answer is wanted.
     *
     * @param chart whether with a chart
     * @param cache what the rows may take of the cache, as query-service reads it; null leaves it to the service
     */
    record Wishes(boolean chart, String cache) {}

    Uni<Outcome> ask(Question question, Wishes wishes, Caller caller, String token) {
        return translations.translate(question, caller, token).flatMap(translation -> switch (translation) {
            case CannotAnswer refusal -> Uni.createFrom().item(new Outcome.Refused(refusal));
            case Translated given ->
                queries.run(given.spec(), question.text(), wishes.cache(), token)
                        .map(answer -> new Outcome.Answered(body(given, answer, wishes.chart())));
        });
    }

    private Envelope<AskAnswer> body(Translated given, JsonNode answer, boolean chart) {
        var data = answer.path("data");
        var rows = data.path("results");
        var body = new AskAnswer(
                given.spec(),
                given.interpretation(),
                given.confidence(),
                translations.translator(),
                rows,
                data.path("total"),
                data.path("query_time_ms"),
                data.path("cached"),
                chart ? FittingChart.of(given.spec(), rows, given.interpretation()) : null);
        return Envelope.of(body, Json.mapper().convertValue(answer.path("meta"), MEMBERS));
    }
}
