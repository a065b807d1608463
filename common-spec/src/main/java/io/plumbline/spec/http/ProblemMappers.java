package io.plumbline.spec.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.plumbline.spec.database.DatabaseFaults;
import io.plumbline.spec.problem.CommonProblem;
import io.plumbline.spec.problem.ProblemException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.pgclient.PgException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;

/**
 * Turns whatever ends a request into a problem. What is not known here is an internal error. Public, because the
 * framework calls it from classes that it generates in a service's class loader.
 */
public final class ProblemMappers {

    @ServerExceptionMapper
    public Response problem(ProblemException exception) {
        return ProblemResponses.of(exception);
    }

    @ServerExceptionMapper({MismatchedInputException.class, JsonProcessingException.class})
    public Response json(JsonProcessingException exception) {
        // Jackson wraps what ends the reading of a body, such as its limit.
        if (exception.getCause() instanceof ProblemException problem) {
            return problem(problem);
        }
        return ProblemResponses.of(JsonFaults.toProblem(exception));
    }

    @ServerExceptionMapper({AuthenticationFailedException.class, UnauthorizedException.class})
    public Response unauthorized(SecurityException exception) {
        return ProblemResponses.of(new ProblemException(
                CommonProblem.UNAUTHORIZED,
                "Send an unexpired token of this product's issuer as `Authorization: Bearer …`."));
    }

    @ServerExceptionMapper
    public Response forbidden(ForbiddenException exception) {
        return ProblemResponses.of(new ProblemException(
                CommonProblem.FORBIDDEN, "Ask an administrator of your tenant for a role that may do this."));
    }

    @ServerExceptionMapper
    public Response notAllowed(NotAllowedException exception) {
        return Response.fromResponse(web(exception))
                .allow(AllowedMethods.of(CurrentRequestManager.get()))
                .build();
    }

    @ServerExceptionMapper
    public Response web(WebApplicationException exception) {
        if (exception.getCause() instanceof JsonProcessingException fault) {
            return json(fault);
        }
        if (exception.getResponse().getStatus() < 400) {
            return exception.getResponse();
        }
        return ProblemResponses.of(WebFaults.toProblem(exception));
    }

    @ServerExceptionMapper
    public Response database(PgException exception) {
        return ProblemResponses.of(DatabaseFaults.toProblem(exception));
    }

    @ServerExceptionMapper
    public Response unknown(Throwable exception) {
        return ProblemResponses.of(DatabaseFaults.toProblem(exception));
    }
}
