package io.plumbline.spec.http;

import com.fasterxml.jackson.core.JacksonException;
import io.plumbline.spec.problem.CommonProblem;
import io.plumbline.spec.problem.ProblemException;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;

/** Stands between the connection and whatever reads a body: bounds it, and says whose fault it is where it breaks off. */
@Provider
public final class BodyReading implements ReaderInterceptor {
    private final BodyLimit limit;

    BodyReading(BodyLimit limit) {
        this.limit = limit;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        RoutingContext request = CurrentRequestManager.get().unwrap(RoutingContext.class);
        context.setInputStream(limit.limited(context.getInputStream(), request));
        try {
            return context.proceed();
        } catch (JacksonException e) {
            throw e;
        } catch (IOException e) {
            throw new ProblemException(
                            CommonProblem.INVALID_REQUEST, "The body did not arrive whole or in time; send it again.")
                    .causedBy(e);
        }
    }
}
