package io.plumbline.translator.translate;

import io.plumbline.spec.problem.CommonProblem;
import io.plumbline.spec.problem.ProblemException;
import io.plumbline.spec.snapshot.CatalogSnapshot;
import io.plumbline.spec.tenant.Caller;
import io.plumbline.translator.Question;
import io.plumbline.translator.Translation;
import io.plumbline.translator.Translator;
import io.plumbline.translator.query.TenantValues;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Gives a translator what it needs to know: the catalog and the values of the caller's tenant. */
@ApplicationScoped
public class TranslationService {
    private static final Duration RETRY = Duration.ofSeconds(2);

    private final Translator translator;
    private final CatalogSnapshot catalog;
    private final TenantValues values;

    TranslationService(Translator translator, CatalogSnapshot catalog, TenantValues values) {
        this.translator = translator;
        this.catalog = catalog;
        this.values = values;
    }

    public String translator() {
        return translator.name();
    }

    /** @param token of the caller, for reading values of the caller's data */
    public Uni<Translation> translate(Question question, Caller caller, String token) {
        var definitions = catalog.current().orElseThrow(TranslationService::noCatalog);
        // The first question after a change builds a vocabulary: too long for an event loop.
        return values.load(caller.tenant(), token)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(seen -> translator.translate(question, definitions, seen));
    }

    private static ProblemException noCatalog() {
        return new ProblemException(
                        CommonProblem.UNAVAILABLE,
                        "The metric definitions are not loaded yet. Try again in a few seconds.")
                .withRetryAfter(RETRY);
    }
}
