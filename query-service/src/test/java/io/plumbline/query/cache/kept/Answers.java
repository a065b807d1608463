package io.plumbline.query.cache.kept;

import io.plumbline.spec.tenant.Tenant;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** Answers of no matter what. */
public final class Answers {
    private Answers() {}

    /** A question of a tenant that nobody else asks. */
    public static Question question(String tenant) {
        return new Question(Tenant.of(tenant), new Policy(1, List.of("viewer")), "catalog", "a".repeat(64));
    }

    public static KeptAnswer answer(AnswerKey key, Instant evaluatedAt) {
        return new KeptAnswer(
                key, evaluatedAt, 1, 2, 3.5, new Content(bytes("{\"rows\":[1]"), bytes("\"a\":\"ü\""), bytes("")));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
