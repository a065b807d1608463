package io.plumbline.query.values;

import io.plumbline.spec.http.Envelope;
import io.plumbline.spec.tenant.Roles;
import io.plumbline.spec.tenant.TenantContext;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** The values seen in the caller's warehouse; its entity tag is the data version. */
@Path("/analytics/values")
@RolesAllowed({Roles.VIEWER, Roles.ANALYST, Roles.ADMIN})
public class ValuesResource {
    private final ValuesService service;
    private final TenantContext context;

    ValuesResource(ValuesService service, TenantContext context) {
        this.service = service;
        this.context = context;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Lists the values of each dimension that occur in your data")
    public Uni<RestResponse<Envelope<SeenValues>>> values(@HeaderParam(HttpHeaders.IF_NONE_MATCH) String knownTag) {
        return service.findNewerThan(DataVersionTag.parse(knownTag), context.caller())
                .map(found -> found.map(ValuesResource::ok).orElseGet(RestResponse::notModified));
    }

    private static RestResponse<Envelope<SeenValues>> ok(SeenValues seen) {
        return ResponseBuilder.ok(Envelope.of(seen))
                .header(HttpHeaders.ETAG, DataVersionTag.format(seen.dataVersion()))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .build();
    }
}
