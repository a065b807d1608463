package io.plumbline.jobs.job;

import io.plumbline.spec.http.Envelope;
import io.plumbline.spec.tenant.Caller;
import io.plumbline.spec.tenant.Roles;
import io.plumbline.spec.tenant.TenantContext;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Long queries as jobs. */
@Path("/analytics/jobs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "jobs", description = "Long queries that can be watched, left, cancelled and come back to")
public class JobResource {
    private static final int ACCEPTED = 202;

    private final TenantContext context;
    private final JobSubmit submit;
    private final JobRepository jobs;

    JobResource(TenantContext context, JobSubmit submit, JobRepository jobs) {
        this.context = context;
        this.submit = submit;
        this.jobs = jobs;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.ANALYST, Roles.ADMIN})
    @Blocking
    @Cancellable(false)
    @Operation(
            summary = "Submit a spec as a job",
            description =
                    "The body is {\"spec\": {…}, \"priority\"?: \"high\"|\"low\", \"label\"?: \"…\"}, or the spec alone; up to"
                            + " 100,000 rows. With an Idempotency-Key the same request may be sent again within a day and gets the"
                            + " first answer. While a spec of the tenant waits or runs, the same spec is the same job.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = SubmissionBody.class)))
    @APIResponse(responseCode = "202", description = "Accepted; the Location header tells where the job is")
    @APIResponse(
            responseCode = "200",
            description = "The same spec is active already: that job, `deduplicated` is true")
    @APIResponse(responseCode = "400", description = "The body or the spec is not valid; `errors` names each place")
    @APIResponse(responseCode = "422", description = "The Idempotency-Key was used for another body")
    @APIResponse(responseCode = "503", description = "The spec can't be checked just now")
    public Uni<RestResponse<String>> submit(@HeaderParam("Idempotency-Key") String idempotencyKey, InputStream body)
            throws IOException {
        Caller caller = context.caller();
        Optional<IdempotencyKey> key = IdempotencyKey.of(idempotencyKey);
        Submission submission = SubmissionReader.read(body.readNBytes(SubmissionReader.MOST_BYTES + 1));
        return submit.submit(caller, submission, key, Priority.HIGH, Origin.present())
                .map(JobResource::answer);
    }

    @GET
    @RolesAllowed({Roles.VIEWER, Roles.ANALYST, Roles.ADMIN})
    @Operation(
            summary = "List jobs, the newest first",
            description = "With `next`, to be given as `after`, where there are more")
    @APIResponse(responseCode = "200", description = "The tenant's jobs, without their histories")
    @APIResponse(responseCode = "400", description = "An unknown state, or a limit out of range")
    public Uni<Envelope<JobList>> list(
            @QueryParam("state") String state, @QueryParam("limit") String limit, @QueryParam("after") String after) {
        JobPage page = JobPage.of(state, limit, after);
        return jobs.list(context.caller(), page).map(found -> Envelope.of(page.of(found)));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.VIEWER, Roles.ANALYST, Roles.ADMIN})
    @Operation(summary = "Tell how a job stands", description = "With its history")
    @APIResponse(responseCode = "200", description = "The job")
    @APIResponse(responseCode = "404", description = "The tenant has no such job")
    public Uni<Envelope<JobView>> get(@PathParam("id") String id) {
        return jobs.find(context.caller(), JobId.parse(id)).map(job -> Envelope.of(JobView.of(job, null)));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed({Roles.ANALYST, Roles.ADMIN})
    @Cancellable(false)
    @Operation(
            summary = "Cancel a job",
            description =
                    "One that waits ends at once; the statement of one that runs is stopped within a second, and it"
                            + " will not complete any more. Asking again changes nothing.")
    @APIResponse(responseCode = "200", description = "It is cancelled")
    @APIResponse(responseCode = "202", description = "It is being stopped; `cancel_requested_at` is set")
    @APIResponse(responseCode = "404", description = "The tenant has no such job")
    @APIResponse(responseCode = "409", description = "It has completed or failed already")
    public Uni<RestResponse<Envelope<JobView>>> cancel(@PathParam("id") String id) {
        return jobs.cancel(context.caller(), JobId.parse(id))
                .map(job -> RestResponse.ResponseBuilder.<Envelope<JobView>>create(
                                job.state().isFinal() ? Submitted.KNOWN : ACCEPTED)
                        .entity(Envelope.of(JobView.of(job, null)))
                        .build());
    }

    private static RestResponse<String> answer(Submitted submitted) {
        var answer = RestResponse.ResponseBuilder.<String>create(submitted.status())
                .location(URI.create(JobView.address(submitted.job())))
                .entity(submitted.answer());
        if (submitted.replayed()) {
            answer.header("Idempotent-Replayed", "true");
        }
        return answer.build();
    }
}
