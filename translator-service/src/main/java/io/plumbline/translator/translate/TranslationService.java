package io.plumbline.translator.translate;

import io.plumbline.spec.problem.CommonProblem;
import io.plumbline.spec.problem.ProblemException;
import io.plumbline.spec.snapshot.TenantSnapshots;
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
    private final TenantSnapshots catalogs;
    private final TenantValues values;

    TranslationService(Translator translator, TenantSnapshots catalogs, TenantValues values) {
        this.translator = translator;
        this.catalogs = catalogs;
        this.values = values;
    }

    public String translator() {
        return translator.name();
    }

    /** @param token of the caller, for reading values of the caller's data */
    public Uni<Translation> translate(Question question, Caller caller, String token) {
        return catalogs.load(caller.tenant())
                .map(found -> found.orElseThrow(TranslationService::noCatalog))
                .flatMap(catalog -> values.load(caller.tenant(), token)
                        // The first question after a change builds a vocabulary: too long for an event loop.
                        .emitOn(Infrastructure.getDefaultWorkerPool())
                        .map(seen -> translator.translate(question, catalog, seen)));
    }

    private static ProblemException noCatalog() {
        return new ProblemException(
                        CommonProblem.UNAVAILABLE,
                        "The metric definitions are not loaded yet. Try again in a few seconds.")
                .withRetryAfter(RETRY);
    }
}
