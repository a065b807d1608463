package io.plumbline.query.explain;

import io.plumbline.query.intake.AcceptedSpec;
import io.plumbline.query.intake.SpecIntake;
import io.plumbline.spec.http.Envelope;
import io.plumbline.spec.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Compiles a spec and shows the result. Asks the database nothing: its estimates would tell of other tenants' rows. */
@ApplicationScoped
public class ExplainService {
    private final SpecIntake intake;

    ExplainService(SpecIntake intake) {
        this.intake = intake;
    }

    Envelope<Explanation> explain(byte[] body, Tenant tenant) {
        AcceptedSpec accepted = intake.accept(body, tenant);
        var query = accepted.query();
        return Envelope.of(
                new Explanation(
                        query.rows().text(), ParameterTypes.describe(query.rows()), query.metricsUsed(), query.plan()),
                Map.of(
                        "spec_version", AcceptedSpec.VERSION,
                        "spec_hash", accepted.hash(),
                        "catalog_version", accepted.catalog().version(),
                        "warnings", query.notices()));
    }
}
