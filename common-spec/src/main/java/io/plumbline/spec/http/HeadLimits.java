package io.plumbline.spec.http;

import io.plumbline.spec.problem.CommonProblem;
import io.plumbline.spec.problem.ProblemException;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The limits of a request's first line and headers. The server reads twice as much as is allowed, so that who is a
 * little above is told so; beyond that it refuses by itself, with an empty answer.
 */
@Singleton
final class HeadLimits implements HttpServerOptionsCustomizer {
    private static final int READ_FACTOR = 2;
    /** A colon, a blank and the end of the line. */
    private static final int HEADER_FRAME = 4;

    private final int address;
    private final long headers;

    HeadLimits(
            @ConfigProperty(name = "quarkus.http.limits.max-initial-line-length", defaultValue = "4096") int address,
            @ConfigProperty(name = "quarkus.http.limits.max-header-size") MemorySize headers) {
        this.address = address;
        this.headers = headers.asLongValue();
    }

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        options.setMaxInitialLineLength(READ_FACTOR * address);
        options.setMaxHeaderSize(Math.toIntExact(READ_FACTOR * headers));
    }

    @Override
    public void customizeHttpsServer(HttpServerOptions options) {
        customizeHttpServer(options);
    }

    /** Why the request's head is refused; empty where it is not. */
    Optional<ProblemException> objection(HttpServerRequest request) {
        if (request.uri().length() > address) {
            return Optional.of(new ProblemException(
                    CommonProblem.URI_TOO_LONG, "Path and query may have at most %d bytes.".formatted(address)));
        }
        if (length(request) > headers) {
            return Optional.of(new ProblemException(
                    CommonProblem.HEADERS_TOO_LARGE,
                    "All headers together may have at most %d bytes.".formatted(headers)));
        }
        return Optional.empty();
    }

    private static long length(HttpServerRequest request) {
        long length = 0;
        for (Map.Entry<String, String> header : request.headers()) {
            length += header.getKey().length() + header.getValue().length() + HEADER_FRAME;
        }
        return length;
    }
}
