package io.plumbline.spec.http;

import io.plumbline.spec.problem.CommonProblem;
import io.plumbline.spec.problem.FieldError;
import io.plumbline.spec.problem.ProblemException;
import io.plumbline.spec.tenant.Roles;
import io.plumbline.spec.tenant.TenantContext;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import io.vertx.pgclient.PgException;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jboss.logging.MDC;

/** Endpoints that fail and answer in every way a service's can. */
@Path("/probe")
@Produces(MediaType.APPLICATION_JSON)
public class ProbeResource {
    /** A body with one member of each kind. */
    public record Body(String someText, int count, Kind kind, Instant at) {
        /** A closed set. */
        public enum Kind {
            ONE,
            TWO
        }
    }

    private final TenantContext context;

    ProbeResource(TenantContext context) {
        this.context = context;
    }

    @GET
    @Path("/me")
    @RolesAllowed({Roles.VIEWER, Roles.ANALYST, Roles.ADMIN})
    public Uni<Envelope<Map<String, Object>>> me() {
        var caller = context.caller();
        return Uni.createFrom()
                .item(Envelope.of(Map.of(
                        "tenant", caller.tenant(),
                        "user", context.user(),
                        "roles", caller.roles(),
                        "logged_tenant", MDC.get(LogContext.TENANT_ID),
                        "logged_user", MDC.get(LogContext.USER_ID),
                        "logged_request", MDC.get(LogContext.REQUEST_ID))));
    }

    @GET
    @Path("/admin")
    @RolesAllowed(Roles.ADMIN)
    public String admin() {
        return "{}";
    }

    @GET
    @Path("/unannotated")
    public String unannotated() {
        return "{}";
    }

    @POST
    @Path("/echo")
    @PermitAll
    public Body echo(Body body) {
        return body;
    }

    @POST
    @Path("/bytes")
    @PermitAll
    @NonBlocking
    public int bytes(byte[] body) {
        return body.length;
    }

    @POST
    @Path("/stream")
    @PermitAll
    @Blocking
    public long stream(InputStream body) throws IOException {
        return body.transferTo(OutputStream.nullOutputStream());
    }

    @PUT
    @Path("/named/{name}")
    @PermitAll
    public String put(@PathParam("name") String name) {
        return "{}";
    }

    @GET
    @Path("/named/{name}")
    @PermitAll
    public String named(@PathParam("name") String name) {
        return "{}";
    }

    @GET
    @Path("/fail/{how}")
    @PermitAll
    public Uni<String> fail(@PathParam("how") String how) {
        return Uni.createFrom().failure(failure(how));
    }

    @GET
    @Path("/tenant-without-token")
    @PermitAll
    public String tenantWithoutToken() {
        return context.tenant().slug();
    }

    private static Throwable failure(String how) {
        return switch (how) {
            case "spec" ->
                new ProblemException(
                        CommonProblem.INVALID_SPEC,
                        "One fault.",
                        List.of(new FieldError(
                                "/measures/0/name",
                                "unknown_metric",
                                "No such metric.",
                                List.of("velocity"),
                                "velocity")));
            case "busy" ->
                new ProblemException(CommonProblem.RATE_LIMITED, null).withRetryAfter(Duration.ofMillis(200));
            case "timeout" -> new PgException("canceling statement due to statement timeout", "ERROR", "57014", null);
            case "connections" -> new PgException("sorry, too many clients already", "FATAL", "53300", null);
            case "sql" -> new PgException("relation \"secret\" does not exist", "ERROR", "42P01", null);
            default -> new IllegalStateException("secret words of " + how);
        };
    }
}
