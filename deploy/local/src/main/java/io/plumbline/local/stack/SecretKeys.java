package io.plumbline.local.stack;

import io.plumbline.local.state.StateFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;

/** The key that seals secrets in the database: made once, kept beside the data, so that a restart can still open them. */
final class SecretKeys {
    private static final String VARIABLE = "PLUMBLINE_SECRET_KEYS";
    private static final int BYTES = 32;

    private SecretKeys() {}

    /** Those of the environment, else the data folder's own. */
    static String of(Map<String, String> environment, Path data) {
        String given = environment.get(VARIABLE);
        return given == null || given.isBlank() ? kept(data.resolve("secret-keys")) : given;
    }

    private static String kept(Path file) {
        try {
            if (!Files.exists(file)) {
                byte[] key = new byte[BYTES];
                new SecureRandom().nextBytes(key);
                StateFolder.writePrivately(file, "1:" + HexFormat.of().formatHex(key));
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
