package io.plumbline.query.compiler.resolve;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * When rows count.
 *
 * @param zone where days begin
 * @param now the present, where open things end
 * @param range the range of {@code metric_time}
 * @param previous the range it is compared with
 */
public record ResolvedTime(ZoneId zone, Instant now, Period range, Optional<Period> previous) {}
