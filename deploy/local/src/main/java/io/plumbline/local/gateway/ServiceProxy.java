package io.plumbline.local.gateway;

import io.plumbline.local.state.Service;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyOptions;
import io.vertx.httpproxy.ProxyResponse;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Streams requests to the services and their answers back. */
final class ServiceProxy {
    private static final int CONNECT_MILLIS = 2_000;
    private static final int CONNECTIONS = 256;
    /** Each stream holds a connection; calls have theirs apart, so that no number of streams keeps them waiting. */
    private static final int STREAMS = 2_000;
    /** Less than the services' own idle timeout, so that no request meets a connection that is being closed. */
    private static final int KEEP_ALIVE_SECONDS = 30;

    /** Headers by which a caller could pretend to be somewhere or something else, and one that is answered here. */
    private static final List<String> DROPPED = List.of(
            "Forwarded",
            "X-Forwarded-For",
            "X-Forwarded-Host",
            "X-Forwarded-Proto",
            "X-Forwarded-Port",
            "X-Question-Hash",
            "X-Plumbline-Admitted",
            "Expect");

    private final SafeHeaders safeHeaders;
    private final Map<Service, HttpProxy> proxies;
    private final Map<Service, HttpProxy> streams;

    ServiceProxy(Vertx vertx, Origins origins, SafeHeaders safeHeaders) {
        this.safeHeaders = safeHeaders;
        proxies = proxies(client(vertx, CONNECTIONS), origins);
        streams = proxies(client(vertx, STREAMS), origins);
    }

    void forward(HttpServerRequest request, Service service) {
        DROPPED.forEach(request.headers()::remove);
        boolean stream = Routes.isStream(request.path());
        (stream ? streams : proxies).get(service).handle(request);
    }

    private static HttpClient client(Vertx vertx, int connections) {
        return vertx.createHttpClient(
                new HttpClientOptions().setConnectTimeout(CONNECT_MILLIS).setKeepAliveTimeout(KEEP_ALIVE_SECONDS),
                new PoolOptions().setHttp1MaxSize(connections));
    }

    private Map<Service, HttpProxy> proxies(HttpClient client, Origins origins) {
        Map<Service, HttpProxy> all = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            all.put(service, proxy(client, service, origins.of(service)));
        }
        return all;
    }

    private HttpProxy proxy(HttpClient client, Service service, SocketAddress origin) {
        return HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), client)
                .origin(origin)
                .addInterceptor(new Interceptor(service, safeHeaders));
    }

    private record Interceptor(Service service, SafeHeaders safeHeaders) implements ProxyInterceptor {
        @Override
        public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
            HttpServerRequest request = context.request().proxiedRequest();
            BodyLimit limit = BodyLimit.of(request.path());
            if (!limit.mustCount(request)) {
                return context.sendRequest().otherwise(failure -> problem(context, failure));
            }
            CountedBody body = new CountedBody(context.request().getBody().stream(), limit);
            context.request().setBody(Body.body(body));
            return context.sendRequest()
                    .otherwise(failure -> body.isExceeded()
                            ? answer(context, GatewayProblem.TOO_LARGE, limit.detail())
                            : problem(context, failure));
        }

        @Override
        public Future<Void> handleProxyResponse(ProxyContext context) {
            HttpServerRequest request = context.request().proxiedRequest();
            safeHeaders.add(context.response().headers(), request);
            if (Routes.isStream(request.path())
                    && context.response().getBody().stream() instanceof HttpClientResponse stream) {
                Listener.endWithClient(request.response(), stream);
            }
            return context.sendResponse();
        }

        private ProxyResponse problem(ProxyContext context, Throwable failure) {
            GatewayProblem kind = switch (failure) {
                case ConnectException away -> GatewayProblem.UNAVAILABLE;
                case NoRouteToHostException away -> GatewayProblem.UNAVAILABLE;
                case UnknownHostException away -> GatewayProblem.UNAVAILABLE;
                default -> GatewayProblem.BROKEN;
            };
            ProxyResponse response = answer(context, kind, GatewayProblem.away(service));
            if (kind == GatewayProblem.UNAVAILABLE) {
                response.putHeader("Retry-After", "2");
            }
            return response;
        }

        private static ProxyResponse answer(ProxyContext context, GatewayProblem problem, String detail) {
            HttpServerRequest request = context.request().proxiedRequest();
            ProxyResponse response = context.request().release().response();
            if (!request.isEnded()) {
                response.putHeader("Connection", "close");
            }
            return response.setStatusCode(problem.status())
                    .putHeader("Content-Type", GatewayProblem.MEDIA_TYPE)
                    .setBody(Body.body(problem.document(detail, request.getHeader(RequestId.HEADER))
                            .toBuffer()));
        }
    }
}
