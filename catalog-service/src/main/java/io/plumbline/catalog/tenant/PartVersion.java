package io.plumbline.catalog.tenant;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.plumbline.spec.Json;
import io.plumbline.spec.catalog.Catalog;
import io.plumbline.spec.signature.Sha256;

/** The version of a tenant's catalog: equal content has the same one on every instance and after every restart. */
final class PartVersion {
    private static final int DIGITS = 16;

    private PartVersion() {}

    static String of(Catalog product, TenantPart part) {
        // The revision is no content: a change that is taken back gives the former version again.
        return product.version() + "." + hash(new TenantPart(0, part.overlay(), part.metrics()));
    }

    private static String hash(TenantPart content) {
        try {
            return Sha256.hex(Json.mapper().writeValueAsString(content)).substring(0, DIGITS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tenant's part can't be hashed", e);
        }
    }
}
