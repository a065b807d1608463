package io.plumbline.jobs.stream;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Leads a request for a stream that has a ticket past the check of tokens, to where the ticket is checked: a browser's
 * EventSource can send no header. Public, because the framework calls it from classes that it generates.
 */
public final class TicketRequests {
    private static final Pattern STREAM = Pattern.compile("/?analytics/jobs/[^/]+/stream");

    @ServerRequestFilter(preMatching = true, nonBlocking = true)
    public void lead(ContainerRequestContext request) {
        UriInfo uri = request.getUriInfo();
        if (STREAM.matcher(uri.getPath()).matches() && uri.getQueryParameters().containsKey("ticket")) {
            request.setRequestUri(uri.getRequestUriBuilder().path("by-ticket").build());
        }
    }
}
