package io.plumbline.spec.limit;

import jakarta.inject.Singleton;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.Config;

/** Knows the endpoints that are closed while Redis is away, see {@link FailsClosed}. */
@Singleton
final class ClosedRequests {
    private final Config config;
    private final Map<Method, Boolean> known = new ConcurrentHashMap<>();

    ClosedRequests(Config config) {
        this.config = config;
    }

    boolean contain(Method endpoint) {
        return known.computeIfAbsent(endpoint, this::isClosed);
    }

    private boolean isClosed(Method endpoint) {
        FailsClosed mark = endpoint.getAnnotation(FailsClosed.class);
        if (mark == null) {
            mark = endpoint.getDeclaringClass().getAnnotation(FailsClosed.class);
        }
        return mark != null && !isExempt(mark);
    }

    private boolean isExempt(FailsClosed mark) {
        return !mark.unless().isEmpty()
                && config.getOptionalValue(mark.unless(), String.class)
                        .orElse(mark.is())
                        .equals(mark.is());
    }
}
