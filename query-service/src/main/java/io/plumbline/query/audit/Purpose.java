package io.plumbline.query.audit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * What is about to be asked of the database.
 *
 * @param specHash of the spec that it comes from; null where it comes from none
 * @param sqlHashes SHA-256 of each statement's text, in the order of sending
 */
public record Purpose(Kind kind, String specHash, List<String> sqlHashes) {
    /** The same statements are run again and again. */
    private static final Cache<String, String> HASHES =
            Caffeine.newBuilder().maximumSize(1_000).build();

    public Purpose {
        sqlHashes = List.copyOf(sqlHashes);
    }

    /**
     * The purpose of running statements.
     *
     * @param statements their texts, in the order of sending
     */
    public static Purpose of(Kind kind, String specHash, List<String> statements) {
        return new Purpose(
                kind, specHash, statements.stream().map(Purpose::hash).toList());
    }

    private static String hash(String statement) {
        return HASHES.get(statement, Purpose::sha256);
    }

    private static String sha256(String statement) {
        try {
            byte[] text = statement.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
