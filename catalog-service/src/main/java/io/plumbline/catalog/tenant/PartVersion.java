package io.plumbline.catalog.tenant;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.plumbline.spec.Json;
import io.plumbline.spec.catalog.Catalog;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The version of a tenant's catalog: equal content has the same one on every instance and after every restart. */
final class PartVersion {
    private static final int BYTES = 8;

    private PartVersion() {}

    static String of(Catalog product, TenantPart part) {
        // The revision is no content: a change that is taken back gives the former version again.
        return product.version() + "." + hash(new TenantPart(0, part.overlay(), part.metrics()));
    }

    private static String hash(TenantPart content) {
        try {
            byte[] text = Json.mapper().writeValueAsString(content).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text), 0, BYTES);
        } catch (JsonProcessingException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("a tenant's part can't be hashed", e);
        }
    }
}
