package io.plumbline.query.testing;

import com.sun.net.httpserver.HttpExchange;
import io.plumbline.spec.Json;
import io.plumbline.spec.catalog.Catalog;
import io.plumbline.spec.catalog.MetricDefinition;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/** The neighbour catalog-service at the wire: {@code GET /internal/catalog} with its entity tag. Can be away. */
final class CatalogServer {
    private final Catalog original;
    private volatile Catalog catalog;
    private volatile boolean away;

    CatalogServer(Catalog catalog) {
        this.original = catalog;
        this.catalog = catalog;
    }

    void setAway(boolean isAway) {
        away = isAway;
    }

    /** Gives the same definitions as another version from now on. */
    void rename(String version) {
        catalog = new Catalog(version, catalog.entities(), catalog.dimensions(), catalog.metrics());
    }

    /** Gives others in place of the metrics of that name from now on. */
    void replace(String metric, Function<MetricDefinition, Stream<MetricDefinition>> others) {
        List<MetricDefinition> metrics = original.metrics().stream()
                .flatMap(one -> one.name().equals(metric) ? others.apply(one) : Stream.of(one))
                .toList();
        String version = original.version() + "-" + metrics.hashCode();
        catalog = new Catalog(version, original.entities(), original.dimensions(), metrics);
    }

    /** Gives the first definitions again. */
    void restore() {
        catalog = original;
    }

    void answer(HttpExchange exchange) throws IOException {
        Catalog present = catalog;
        String tag = '"' + present.version() + '"';
        try (exchange) {
            exchange.getResponseHeaders().set("ETag", tag);
            if (away) {
                exchange.sendResponseHeaders(503, -1);
            } else if (Objects.equals(exchange.getRequestHeaders().getFirst("If-None-Match"), tag)) {
                exchange.sendResponseHeaders(304, -1);
            } else {
                byte[] body = Json.mapper().writeValueAsBytes(present);
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        }
    }
}
