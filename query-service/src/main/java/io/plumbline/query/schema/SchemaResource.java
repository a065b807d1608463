package io.plumbline.query.schema;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The JSON Schema of specs. Open to all: it holds nothing of any tenant. */
@Path("/analytics/schema")
@PermitAll
public class SchemaResource {
    static final String SCHEMA_JSON = "application/schema+json";
    private static final String CACHING = "public, max-age=300";

    private final SpecSchema schema = SpecSchema.load();

    @GET
    @Produces({SCHEMA_JSON, "application/json"})
    @Operation(summary = "Gives the JSON Schema of specs")
    public Response schema(@Context Request request) {
        EntityTag tag = new EntityTag(schema.hash());
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        Response.ResponseBuilder answer =
                unchanged == null ? Response.ok(schema.json(), SCHEMA_JSON).tag(tag) : unchanged;
        return answer.header(HttpHeaders.CACHE_CONTROL, CACHING).build();
    }
}
