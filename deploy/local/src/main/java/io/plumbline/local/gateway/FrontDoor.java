package io.plumbline.local.gateway;

import io.plumbline.local.state.Service;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Answers what the gateway answers itself and sends the rest on. */
final class FrontDoor implements Handler<HttpServerRequest> {
    private static final String JWKS_PATH = "/.well-known/jwks.json";
    private static final String HEALTH_PATH = "/q/health";
    private static final String HEALTHY = "{\"status\":\"UP\"}";
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private final ServiceProxy proxy;
    private final Supplier<String> jwks;
    private final SafeHeaders safeHeaders;
    private final Connections connections;
    private final Traces traces;
    private final Door.Patience patience;

    FrontDoor(
            ServiceProxy proxy,
            Supplier<String> jwks,
            SafeHeaders safeHeaders,
            Connections connections,
            Traces traces,
            Door.Patience patience) {
        this.proxy = proxy;
        this.jwks = jwks;
        this.safeHeaders = safeHeaders;
        this.connections = connections;
        this.traces = traces;
        this.patience = patience;
    }

    @Override
    public void handle(HttpServerRequest request) {
        request.headers().set(RequestId.HEADER, RequestId.of(request.getHeader(RequestId.HEADER)));
        String path = request.path() == null ? "" : request.path();
        connections.begun(request, Routes.isUpload(path));
        request.response().bodyEndHandler(_ -> connections.answered(request));
        if (Routes.isDevious(path)) {
            refuse(request, GatewayProblem.BAD_PATH, "A path has no empty, dotted or encoded parts.");
            return;
        }
        if (Cors.isPreflight(request)) {
            answerPreflight(request);
            return;
        }
        switch (path) {
            case "/" -> own(request, Landing.MEDIA_TYPE, Landing.PAGE);
            case JWKS_PATH -> own(request, "application/json", jwks.get());
            case HEALTH_PATH -> own(request, "application/json", HEALTHY);
            default -> route(request, path);
        }
    }

    /** For requests that come when the gateway is about to end; the check of its health is one of them. */
    void refuseAtTheEnd(HttpServerRequest request) {
        request.headers().set(RequestId.HEADER, RequestId.of(request.getHeader(RequestId.HEADER)));
        request.response().putHeader("Retry-After", "5").putHeader("Connection", "close");
        refuse(request, GatewayProblem.ENDING, "Try again in a moment.");
    }

    private void answerPreflight(HttpServerRequest request) {
        if (!safeHeaders.cors().admits(request)) {
            refuse(request, GatewayProblem.ORIGIN, "PLUMBLINE_CORS_ORIGINS lists the origins that may.");
            return;
        }
        HttpServerResponse response = request.response().setStatusCode(204);
        safeHeaders.add(response.headers(), request);
        Cors.addTerms(response.headers());
        response.end();
    }

    private void route(HttpServerRequest request, String path) {
        Optional<Service> service = Routes.find(path);
        if (service.isEmpty()) {
            refuse(request, GatewayProblem.NOT_FOUND, "No service answers this path. GET / lists what is here.");
            return;
        }
        BodyLimit limit = BodyLimit.of(path);
        if (limit.isExceededBy(request)) {
            refuse(request, GatewayProblem.TOO_LARGE, limit.detail());
            return;
        }
        Runnable written = traces.begin(request);
        request.response().bodyEndHandler(_ -> {
            connections.answered(request);
            written.run();
        });
        if (Routes.isStream(path)) {
            Listener.watch(request, patience.listener());
        }
        proxy.forward(request, service.get());
    }

    private void own(HttpServerRequest request, String mediaType, String text) {
        if (!READING.contains(request.method())) {
            request.response().putHeader("Allow", "GET, HEAD");
            refuse(request, GatewayProblem.METHOD_NOT_ALLOWED, "Use GET.");
            return;
        }
        HttpServerResponse response = request.response().putHeader("Content-Type", mediaType);
        safeHeaders.add(response.headers(), request);
        response.end(text);
    }

    private void refuse(HttpServerRequest request, GatewayProblem problem, String detail) {
        HttpServerResponse response =
                request.response().setStatusCode(problem.status()).putHeader("Content-Type", GatewayProblem.MEDIA_TYPE);
        safeHeaders.add(response.headers(), request);
        if (!request.isEnded()) {
            // The body is not read: the connection can't be used again.
            response.putHeader("Connection", "close");
        }
        response.end(
                problem.document(detail, request.getHeader(RequestId.HEADER)).toBuffer());
    }
}
