package io.plumbline.spec.delegation;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** What services need to speak with each other in a caller's name. */
@ConfigMapping(prefix = "plumbline.internal")
interface InternalConfig {
    /** The services' common secret; empty: nothing is delegated. */
    Optional<String> key();
}
