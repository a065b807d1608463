package io.plumbline.query.retention;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Ids that begin with their time, as UUID version 7 says, so that the database finds their partition by them. */
public final class TimedIds {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final long VERSION = 0x7000L;
    private static final long VARIANT = 0x8000000000000000L;
    private static final int TIME_SHIFT = 16;

    private TimedIds() {}

    public static UUID at(Instant time) {
        long high = (time.toEpochMilli() << TIME_SHIFT) | VERSION | (RANDOM.nextLong() & 0x0fffL);
        return new UUID(high, (RANDOM.nextLong() >>> 2) | VARIANT);
    }

    /** A bound: no id of that time or later is smaller, and each earlier one is. */
    public static UUID first(Instant time) {
        return new UUID(time.toEpochMilli() << TIME_SHIFT, 0);
    }

    /** When it was made. */
    public static Instant time(UUID id) {
        return Instant.ofEpochMilli(id.getMostSignificantBits() >>> TIME_SHIFT);
    }

    /** The id that the text is in full; empty where it is none of ours. */
    public static Optional<UUID> read(String text) {
        try {
            UUID id = UUID.fromString(text);
            return id.version() == 7 && id.toString().equals(text) ? Optional.of(id) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
