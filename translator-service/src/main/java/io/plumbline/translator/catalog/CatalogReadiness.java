package io.plumbline.translator.catalog;

import io.plumbline.spec.snapshot.CatalogSnapshot;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once a catalog was loaded, and for good: a stale catalog still answers. */
@Readiness
@ApplicationScoped
public class CatalogReadiness implements HealthCheck {
    private final CatalogSnapshot snapshot;

    CatalogReadiness(CatalogSnapshot snapshot) {
        this.snapshot = snapshot;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("catalog loaded")
                .status(snapshot.current().isPresent())
                .build();
    }
}
