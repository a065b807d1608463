package io.plumbline.query.receipt;

import io.plumbline.spec.http.Envelope;
import io.plumbline.spec.tenant.Roles;
import io.plumbline.spec.tenant.TenantContext;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Shows what an answer was made of. */
@Path("/analytics/receipts/{id}")
@RolesAllowed({Roles.VIEWER, Roles.ANALYST, Roles.ADMIN})
public class ReceiptResource {
    private final ReceiptService service;
    private final ReceiptConfig config;
    private final TenantContext context;

    ReceiptResource(ReceiptService service, ReceiptConfig config, TenantContext context) {
        this.service = service;
        this.config = config;
        this.context = context;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Shows what an answer was made of: spec, versions and the hash of its rows")
    public Uni<Envelope<ReceiptView>> get(@PathParam("id") String id) {
        return service.load(id, context.caller()).map(receipt -> Envelope.of(view(receipt)));
    }

    private ReceiptView view(Receipt receipt) {
        return new ReceiptView(
                receipt.id().toString(),
                receipt.askedBy(),
                receipt.spec(),
                receipt.specHash(),
                receipt.metricsUsed(),
                receipt.catalogVersion(),
                receipt.dataVersion(),
                receipt.dataAsOf(),
                receipt.evaluatedAt(),
                receipt.resultHash(),
                receipt.rowCount(),
                receipt.total(),
                receipt.packed().isPresent(),
                receipt.evaluatedAt().plus(config.retention()));
    }
}
