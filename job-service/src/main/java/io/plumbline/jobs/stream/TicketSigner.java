package io.plumbline.jobs.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.plumbline.spec.Json;
import io.plumbline.spec.signature.HmacSha256;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;

/** Makes texts of tickets and reads its own again. */
@ApplicationScoped
public class TicketSigner {
    /** A key of its own, so that nothing else that is signed by the common secret passes for a ticket. */
    private static final String PURPOSE = "plumbline stream ticket 1";

    private static final int LEAST_KEY = 32;
    private static final int LONGEST = 2_048;

    private final Optional<byte[]> key;

    TicketSigner(StreamSettings settings) {
        this.key = settings.key()
                .filter(text -> text.length() >= LEAST_KEY)
                .map(text ->
                        HmacSha256.of(text.getBytes(StandardCharsets.UTF_8), PURPOSE.getBytes(StandardCharsets.UTF_8)));
    }

    boolean hasKey() {
        return key.isPresent();
    }

    /** @throws java.util.NoSuchElementException without a key */
    String text(Ticket ticket) {
        try {
            byte[] body = Json.mapper().writeValueAsBytes(ticket);
            return encoded(body) + "." + encoded(HmacSha256.of(key.orElseThrow(), body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Empty where the text was not signed here. Says nothing on the ticket's time or use. */
    Optional<Ticket> read(String text) {
        int dot = text.indexOf('.');
        if (key.isEmpty() || dot < 0 || text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            byte[] body = Base64.getUrlDecoder().decode(text.substring(0, dot));
            byte[] signature = Base64.getUrlDecoder().decode(text.substring(dot + 1));
            return MessageDigest.isEqual(signature, HmacSha256.of(key.get(), body))
                    ? Optional.of(Json.mapper().readValue(body, Ticket.class))
                    : Optional.empty();
        } catch (IllegalArgumentException | IOException foreign) {
            return Optional.empty();
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
