package io.plumbline.query.paging;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.plumbline.query.intake.AcceptedSpec;
import io.plumbline.spec.Json;
import io.plumbline.spec.signature.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * Where the next page of an answer begins, and what the answer was made of: only of the same is the page the next one. It
 * gives no right to anything; its checksum only tells a text that was cut or typed.
 *
 * @param offset rows before the page
 * @param specHash of the spec
 * @param tenant whose rows they are
 * @param dataVersion of the tenant's data
 * @param catalogVersion of the definitions
 * @param evaluatedAt the present that the first page was made at, and so every page
 */
public record Cursor(
        long offset, String specHash, String tenant, long dataVersion, String catalogVersion, Instant evaluatedAt) {
    private static final int CHECKSUM = 8;
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    /** The page after that of the spec, if rows are left. */
    public static Optional<Cursor> after(AcceptedSpec accepted, long dataVersion, long total) {
        long end = accepted.offset() + accepted.limit();
        return end < total
                ? Optional.of(new Cursor(
                        end,
                        accepted.hash(),
                        accepted.tenant().slug(),
                        dataVersion,
                        accepted.catalog().version(),
                        accepted.now()))
                : Optional.empty();
    }

    /** Reads what {@link #text} wrote; empty for any other text. */
    public static Optional<Cursor> parse(String text) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            if (bytes.length <= CHECKSUM) {
                return Optional.empty();
            }
            byte[] content = Arrays.copyOfRange(bytes, CHECKSUM, bytes.length);
            return Arrays.equals(bytes, 0, CHECKSUM, checksum(content), 0, CHECKSUM)
                    ? Optional.of(Json.mapper().readValue(content, Cursor.class))
                    : Optional.empty();
        } catch (IllegalArgumentException | IOException e) {
            return Optional.empty();
        }
    }

    /** As callers get it: letters, digits, {@code -} and {@code _}. */
    public String text() {
        try {
            byte[] content = Json.mapper().writeValueAsString(this).getBytes(StandardCharsets.UTF_8);
            byte[] bytes = Arrays.copyOf(checksum(content), CHECKSUM + content.length);
            System.arraycopy(content, 0, bytes, CHECKSUM, content.length);
            return ENCODER.encodeToString(bytes);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a cursor is always JSON", e);
        }
    }

    private static byte[] checksum(byte[] content) {
        return Arrays.copyOf(Sha256.of(content), CHECKSUM);
    }
}
