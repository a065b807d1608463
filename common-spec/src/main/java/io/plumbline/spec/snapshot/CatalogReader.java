package io.plumbline.spec.snapshot;

import io.plumbline.spec.Json;
import io.plumbline.spec.catalog.Catalog;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Reads {@code GET /internal/catalog} with its entity tag. Says once when the catalog goes away and when it is back. */
final class CatalogReader {
    private static final Logger LOG = Logger.getLogger(CatalogReader.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private final URI address;
    private boolean away;

    CatalogReader(URI url) {
        this.address = URI.create(url.toString().replaceAll("/+$", "") + "/internal/catalog");
    }

    /** The present catalog, which may be the known one itself (null: none known); empty while it can't be read. */
    Optional<VersionedCatalog> read(VersionedCatalog known) {
        try {
            var present = ask(known);
            if (away) {
                LOG.infof("Catalog is readable again at %s", address);
                away = false;
            }
            return Optional.ofNullable(present);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (IOException e) {
            reportAway(e);
            return Optional.empty();
        }
    }

    private VersionedCatalog ask(VersionedCatalog known) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address).timeout(TIMEOUT).header("Accept", "application/json");
        if (known != null && known.etag() != null) {
            request.header("If-None-Match", known.etag());
        }
        var response = client.send(request.build(), BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            return switch (response.statusCode()) {
                case NOT_MODIFIED -> known;
                case OK ->
                    new VersionedCatalog(
                            Json.mapper().readValue(body, Catalog.class),
                            response.headers().firstValue("ETag").orElse(null));
                default -> throw new IOException("status " + response.statusCode());
            };
        }
    }

    private void reportAway(IOException e) {
        if (!away) {
            LOG.warnf("Catalog can't be read at %s (%s); the last one, if any, stays in use", address, e);
            away = true;
        }
    }
}
