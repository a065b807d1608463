package io.plumbline.query.retention;

import java.time.Duration;
import java.util.List;

/** Something that is written once and goes with its week. Each bean of this type is tended. */
public interface KeptByWeek {
    /** Its tables in the schema {@code query}, partitioned by ids of {@link TimedIds}. */
    List<String> tables();

    /** How long it can be read; the database drops whole weeks that are older. */
    Duration retention();
}
