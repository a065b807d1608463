package io.plumbline.spec.http;

import io.plumbline.spec.trace.Timings;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/** Gives each request an id, the caller's where it sends a decent one; it is echoed and stands on each log line. */
@Singleton
final class RequestIds {
    static final String HEADER = LogContext.REQUEST_HEADER;
    /** Higher runs earlier: before the body limit, so that its answer has an id too. */
    static final int PRIORITY = 1_000;

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern DECENT = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    void install(@Observes Filters filters) {
        filters.register(RequestIds::assign, PRIORITY);
    }

    private static void assign(RoutingContext request) {
        String given = request.request().getHeader(HEADER);
        String id = given != null && DECENT.matcher(given).matches()
                ? given
                : UUID.randomUUID().toString().replace("-", "");
        Timings.begin();
        MDC.put(LogContext.REQUEST_ID, id);
        request.response().putHeader(HEADER, id);
        String question = request.request().getHeader(LogContext.QUESTION_HEADER);
        if (question != null && HASH.matcher(question).matches()) {
            MDC.put(LogContext.QUESTION_HASH, question);
        }
        request.next();
    }
}
