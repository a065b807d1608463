package io.plumbline.query.receipt;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.List;

/**
 * A receipt as it is shown.
 *
 * @param spec what was asked, in canonical form
 * @param rows how many rows the answer had
 * @param total rows before the limit
 * @param comparable whether a verification can say which rows changed; otherwise only whether any did
 * @param keptUntil when it can no longer be shown
 */
public record ReceiptView(
        String receipt,
        String askedBy,
        @JsonRawValue String spec,
        String specHash,
        List<String> metricsUsed,
        String catalogVersion,
        long dataVersion,
        Instant dataAsOf,
        Instant evaluatedAt,
        String resultHash,
        int rows,
        long total,
        boolean comparable,
        Instant keptUntil) {}
