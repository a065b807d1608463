package io.plumbline.query.cache;

import io.plumbline.query.cache.kept.KeptAnswer;
import java.time.Duration;

/**
 * An answer on its way to one caller.
 *
 * @param ttl how much longer it will be given; zero where it is not kept, or is stale
 */
public record Serving(KeptAnswer answer, Source source, Duration ttl) {}
