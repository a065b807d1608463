package io.plumbline.query.run;

import java.util.Optional;
import java.util.UUID;

/**
 * What an answer shows of its receipt.
 *
 * @param receipt its id; empty where it could not be kept
 * @param resultHash SHA-256 of the canonical results
 */
record Proof(Optional<UUID> receipt, String resultHash) {}
