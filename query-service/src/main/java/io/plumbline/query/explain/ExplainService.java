package io.plumbline.query.explain;

import io.plumbline.query.intake.AcceptedSpec;
import io.plumbline.query.intake.SpecIntake;
import io.plumbline.spec.http.Envelope;
import io.plumbline.spec.tenant.Tenant;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Compiles a spec and shows the result. Asks the database nothing: its estimates would tell of other tenants' rows. */
@ApplicationScoped
public class ExplainService {
    private final SpecIntake intake;

    ExplainService(SpecIntake intake) {
        this.intake = intake;
    }

    Uni<Envelope<Explanation>> explain(byte[] body, Tenant tenant) {
        return intake.accept(body, tenant).map(ExplainService::explain);
    }

    private static Envelope<Explanation> explain(AcceptedSpec accepted) {
        var query = accepted.query();
        return Envelope.of(
                new Explanation(
                        query.words(),
                        query.rows().text(),
                        ParameterTypes.describe(query.rows()),
                        query.metricsUsed(),
                        query.plan()),
                Map.of(
                        "spec_version", AcceptedSpec.VERSION,
                        "spec_hash", accepted.hash(),
                        "catalog_version", accepted.catalog().version(),
                        "warnings", query.notices()));
    }
}
