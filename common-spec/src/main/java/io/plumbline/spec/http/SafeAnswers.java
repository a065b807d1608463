package io.plumbline.spec.http;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * What an answer says to browsers and caches unless its resource says otherwise: keep nothing, load nothing, show it in no
 * frame. Headers that are the same for all answers are in the shared settings. Public, because the framework calls it
 * from classes that it generates in a service's class loader.
 */
public final class SafeAnswers {
    static final String POLICY = "Content-Security-Policy";
    static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

    @ServerResponseFilter
    public void add(ContainerResponseContext answer) {
        MultivaluedMap<String, Object> headers = answer.getHeaders();
        headers.putIfAbsent(HttpHeaders.CACHE_CONTROL, List.of("no-store"));
        headers.putIfAbsent(POLICY, List.of(NOTHING));
    }
}
