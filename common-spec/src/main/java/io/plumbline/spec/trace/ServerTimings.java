package io.plumbline.spec.trace;

import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Tells each caller where the time of the answer went. Public, because the framework calls it from classes that it
 * generates in a service's class loader.
 */
public final class ServerTimings {
    private static final String HEADER = "Server-Timing";

    @ServerResponseFilter
    public void tell(ContainerResponseContext response) {
        Timings.current().ifPresent(timings -> response.getHeaders().putSingle(HEADER, timings.header()));
    }
}
