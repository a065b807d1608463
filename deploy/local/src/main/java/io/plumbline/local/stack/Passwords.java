package io.plumbline.local.stack;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plumbline.embedded.PostgresAddress;
import io.plumbline.local.state.StateFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The passwords of the database roles: made once, kept beside the data they belong to. */
final class Passwords {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 24;

    private Passwords() {}

    static Map<String, String> of(Path data) {
        Path file = data.resolve("passwords.json");
        try {
            if (!Files.exists(file)) {
                StateFolder.writePrivately(file, JSON.writeValueAsString(made()));
            }
            return JSON.readValue(file.toFile(), new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> made() {
        return Stream.concat(Stream.of(PostgresAddress.SUPERUSER), PostgresAddress.ROLES.stream())
                .collect(Collectors.toMap(role -> role, role -> random()));
    }

    private static String random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
