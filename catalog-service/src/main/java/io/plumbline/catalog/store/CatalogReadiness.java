package io.plumbline.catalog.store;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once the catalog is in memory: from then on the service answers without database and broker. */
@Readiness
final class CatalogReadiness implements HealthCheck {
    private final CurrentCatalog current;

    CatalogReadiness(CurrentCatalog current) {
        this.current = current;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("catalog")
                .status(current.find().isPresent())
                .build();
    }
}
