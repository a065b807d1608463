package io.plumbline.catalog.http;

import io.plumbline.spec.catalog.Catalog;
import io.plumbline.spec.http.Envelope;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * An answer depends on its address and the catalog's version alone (a history: on the revision), so that is its entity
 * tag, and who has that version already gets 304 without a body.
 */
final class EntityTags {
    private static final Set<Integer> SUCCESSES = Set.of(200, 201);
    private static final int NOT_MODIFIED = 304;

    @ServerResponseFilter
    void tag(ContainerRequestContext request, ContainerResponseContext response) {
        String version = version(response.getEntity());
        if (!SUCCESSES.contains(response.getStatus()) || version == null) {
            return;
        }
        String tag = "\"" + version + "\"";
        response.getHeaders().putSingle(HttpHeaders.ETAG, tag);
        response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        String known = request.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        if (request.getMethod().equals(HttpMethod.GET) && known != null && Preconditions.names(known, version)) {
            response.setStatus(NOT_MODIFIED);
            response.setEntity(null);
        }
    }

    private static String version(Object entity) {
        return switch (entity) {
            case Catalog catalog -> catalog.version();
            case Envelope<?> envelope
            when envelope.meta().get(Answers.CATALOG_VERSION) instanceof String version -> version;
            case Envelope<?> envelope
            when envelope.meta().get(Answers.REVISION) instanceof Long revision -> "r" + revision;
            case null, default -> null;
        };
    }
}
