package io.plumbline.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretKeysTest {
    @Test
    void areMadeOnceAndKeptWithTheData(@TempDir Path data) throws IOException {
        String made = SecretKeys.of(Map.of(), data);

        assertThat(made).matches("1:[0-9a-f]{64}");
        assertThat(SecretKeys.of(Map.of(), data)).isEqualTo(made);
        assertThat(Files.getPosixFilePermissions(data.resolve("secret-keys")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void thoseOfTheEnvironmentGoBefore(@TempDir Path data) {
        assertThat(SecretKeys.of(Map.of("PLUMBLINE_SECRET_KEYS", "2:new"), data))
                .isEqualTo("2:new");
        assertThat(data.resolve("secret-keys")).doesNotExist();
    }
}
