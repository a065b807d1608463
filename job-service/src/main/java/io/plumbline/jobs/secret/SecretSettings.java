package io.plumbline.jobs.secret;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Settings of secrets at rest. */
@ConfigMapping(prefix = "plumbline.secrets")
public interface SecretSettings {
    /** {@code id:key} by comma (without an id: 1); the first one seals, all open. A key is 32 bytes, hexadecimal or base64. */
    Optional<String> keys();
}
