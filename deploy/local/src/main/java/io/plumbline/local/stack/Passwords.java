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
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** The passwords of the database roles: made once, kept beside the data they belong to. */
final class Passwords {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 24;
    private static final TypeReference<Map<String, String>> TYPE = new TypeReference<>() {};

    private Passwords() {}

    static Map<String, String> of(Path data) {
        Path file = data.resolve("passwords.json");
        try {
            Map<String, String> kept = Files.exists(file) ? JSON.readValue(file.toFile(), TYPE) : Map.of();
            Map<String, String> passwords = completed(kept);
            if (passwords.size() > kept.size()) {
                StateFolder.writePrivately(file, JSON.writeValueAsString(passwords));
            }
            return passwords;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Older data lacks the roles that came later; each start sets what is here. */
    private static Map<String, String> completed(Map<String, String> kept) {
        Map<String, String> all = new HashMap<>(kept);
        Stream.concat(Stream.of(PostgresAddress.SUPERUSER), PostgresAddress.ROLES.stream())
                .forEach(role -> all.computeIfAbsent(role, _ -> random()));
        return all;
    }

    private static String random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
