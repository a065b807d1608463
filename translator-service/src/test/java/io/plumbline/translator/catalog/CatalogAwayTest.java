package io.plumbline.translator.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.plumbline.embedded.TestTokens;
import io.plumbline.spec.snapshot.CatalogSnapshot;
import io.plumbline.translator.testing.Call;
import io.plumbline.translator.testing.Neighbours;
import io.plumbline.translator.testing.Wire;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.eclipse.microprofile.health.Readiness;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Neighbours.class, initArgs = @ResourceArg(name = "catalog", value = "away"))
class CatalogAwayTest {
    @Inject
    @Readiness
    CatalogReadiness readiness;

    @Inject
    CatalogChanges changes;

    @Inject
    CatalogSnapshot snapshot;

    @Test
    void startsWithoutACatalogAnswersUnavailableAndRecoversOnTheNews() {
        Wire.answer("/internal/catalog", 503, "");
        assertThat(readiness.call().getStatus()).isEqualTo(Status.DOWN);
        Call.question("/analytics/translate", TestTokens.viewer("acme"), "velocity")
                .statusCode(503)
                .header("Retry-After", "2")
                .body("code", is("unavailable"));
        Wire.reset();
        changes.changed("{}").await().indefinitely();
        assertThat(snapshot.current()).isPresent();
        assertThat(readiness.call().getStatus()).isEqualTo(Status.UP);
        Call.question("/analytics/translate", TestTokens.viewer("acme"), "velocity")
                .statusCode(200);
        Wire.answer("/internal/catalog", 503, "");
        changes.changed("{}").await().indefinitely();
        assertThat(readiness.call().getStatus()).isEqualTo(Status.UP);
    }
}
