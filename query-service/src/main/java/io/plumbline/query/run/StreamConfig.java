package io.plumbline.query.run;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** The limits of an answer that goes out while its rows are read. */
@ConfigMapping(prefix = "plumbline.stream")
interface StreamConfig {
    /** A caller who takes nothing for so long is cut off: meanwhile a connection to the database waits. */
    Duration writePatience();
}
