package io.plumbline.spec.snapshot;

import io.plumbline.spec.Json;
import io.plumbline.spec.catalog.Catalog;
import io.plumbline.spec.tenant.Tenant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Reads {@code GET /internal/catalog?tenant=}. Somebody waits for it, so it gives up soon. */
final class TenantReader {
    private static final Logger LOG = Logger.getLogger(TenantReader.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private final String address;
    private final AtomicBoolean away = new AtomicBoolean();

    TenantReader(URI url) {
        this.address = url.toString().replaceAll("/+$", "") + "/internal/catalog?tenant=";
    }

    /**
     * The tenant's present catalog; empty while it can't be read.
     *
     * @param known the tenant's last one; null means none
     * @param product everybody's, which is the tenant's where it changes nothing; null means none
     */
    CompletionStage<Optional<VersionedCatalog>> read(Tenant tenant, VersionedCatalog known, VersionedCatalog product) {
        var request = HttpRequest.newBuilder(URI.create(address + tenant.slug()))
                .timeout(TIMEOUT)
                .header("Accept", "application/json");
        String tags = Stream.of(known, product)
                .filter(Objects::nonNull)
                .map(VersionedCatalog::etag)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining(", "));
        if (!tags.isEmpty()) {
            request.header("If-None-Match", tags);
        }
        return client.sendAsync(request.build(), BodyHandlers.ofByteArray())
                .thenApply(response -> {
                    VersionedCatalog read = catalog(response, known, product);
                    away.set(false);
                    return Optional.of(read);
                })
                .handle((read, failure) -> failure == null ? read : away(tenant, failure));
    }

    private Optional<VersionedCatalog> away(Tenant tenant, Throwable failure) {
        if (away.compareAndSet(false, true)) {
            LOG.warnf(
                    "Catalogs of tenants, first of %s, can't be read (%s); the last ones, if any, stay in use",
                    tenant, failure);
        }
        return Optional.empty();
    }

    private static VersionedCatalog catalog(
            HttpResponse<byte[]> response, VersionedCatalog known, VersionedCatalog product) {
        String tag = response.headers().firstValue("ETag").orElse(null);
        return switch (response.statusCode()) {
            case OK -> new VersionedCatalog(parse(response.body()), tag);
            case NOT_MODIFIED ->
                Stream.of(known, product)
                        .filter(Objects::nonNull)
                        .filter(catalog -> Objects.equals(catalog.etag(), tag))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("an unknown catalog is not modified"));
            default -> throw new IllegalStateException("status " + response.statusCode());
        };
    }

    private static Catalog parse(byte[] body) {
        try {
            return Json.mapper().readValue(body, Catalog.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
