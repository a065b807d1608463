package io.plumbline.query.receipt;

import io.plumbline.query.freshness.Freshness;
import io.plumbline.query.retention.TimedIds;
import io.plumbline.spec.signature.Sha256;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What one answer was made of.
 *
 * @param askedBy the user
 * @param spec canonical, as JSON
 * @param metricsUsed {@code name@version} of the measures
 * @param definitions fingerprints of those and of all metrics that they are made of, by {@code name@version}
 * @param model fingerprint of the entities and dimensions
 * @param dataVersion counts the changes of the tenant's data; 0 where nothing was ever imported
 * @param dataAsOf when the data last changed; null where nothing was ever imported
 * @param evaluatedAt the present that the answer was made at
 * @param rowKeys the columns that tell its rows apart
 * @param rowCount how many rows it had
 * @param total rows before the limit
 * @param resultHash SHA-256 of the canonical results
 * @param packed the canonical results, deflated; empty where they were too large to keep
 */
public record Receipt(
        UUID id,
        String askedBy,
        String spec,
        String specHash,
        List<String> metricsUsed,
        Map<String, String> definitions,
        String catalogVersion,
        String model,
        long dataVersion,
        Instant dataAsOf,
        Instant evaluatedAt,
        List<String> rowKeys,
        int rowCount,
        long total,
        String resultHash,
        Optional<byte[]> packed) {
    public Receipt {
        metricsUsed = List.copyOf(metricsUsed);
        definitions = Map.copyOf(definitions);
        rowKeys = List.copyOf(rowKeys);
    }

    /**
     * A receipt under a new id.
     *
     * @param spec canonical, as JSON
     * @param results canonical
     */
    public static Receipt of(
            String askedBy,
            String spec,
            String specHash,
            List<String> metricsUsed,
            Basis basis,
            String catalogVersion,
            Freshness state,
            Instant evaluatedAt,
            List<String> rowKeys,
            long total,
            int rowCount,
            byte[] results) {
        return new Receipt(
                TimedIds.at(evaluatedAt),
                askedBy,
                spec,
                specHash,
                metricsUsed,
                basis.metrics(),
                catalogVersion,
                basis.model(),
                state.dataVersion(),
                state.dataAsOf(),
                evaluatedAt,
                rowKeys,
                rowCount,
                total,
                Sha256.hex(results),
                Packing.pack(results));
    }

    /** The canonical results; empty where they were too large to keep. */
    public Optional<byte[]> unpacked() {
        return packed.map(Packing::unpack);
    }
}
