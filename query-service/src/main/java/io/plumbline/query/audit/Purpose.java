package io.plumbline.query.audit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.plumbline.spec.signature.Sha256;
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
        return HASHES.get(statement, Sha256::hex);
    }
}
