package io.plumbline.query.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.query.cache.Serving;
import io.plumbline.query.cache.Source;
import io.plumbline.query.cache.kept.Content;
import io.plumbline.query.cache.kept.KeptAnswer;
import io.plumbline.spec.Json;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;

/**
 * An {@link Answer} as bytes: written once, then given again with only what differs from one giving to the next written
 * anew.
 */
final class AnswerBody {
    private static final String CACHE_TTL = "cache_ttl";
    private static final String WARNINGS = "warnings";
    /** What the members that differ take. */
    private static final int ROOM = 512;

    private AnswerBody() {}

    static Content content(Answer answer) {
        ObjectNode meta = Json.mapper().valueToTree(answer.meta());
        meta.remove(CACHE_TTL);
        JsonNode warnings = meta.remove(WARNINGS);
        var data = new ByteArrayOutputStream();
        add(data, "{\"success\":true,\"data\":{\"results\":");
        data.writeBytes(json(answer.data().results()));
        add(data, ",\"total\":" + answer.data().total());
        return new Content(data.toByteArray(), unwrapped(json(meta)), unwrapped(json(warnings)));
    }

    /** The whole answer, as {@link Answer} describes it. */
    static byte[] write(Serving serving, Stopwatch watch) {
        KeptAnswer answer = serving.answer();
        Content content = answer.content();
        boolean cached = serving.source().isCached();
        var body = new ByteArrayOutputStream(
                content.data().length + content.meta().length + content.warnings().length + ROOM);
        body.writeBytes(content.data());
        add(body, ",\"query_time_ms\":" + (cached ? watch.millis() : answer.millis()));
        add(body, ",\"cached\":" + cached + "},\"meta\":{");
        body.writeBytes(content.meta());
        add(body, ",\"" + WARNINGS + "\":[");
        body.writeBytes(content.warnings());
        if (serving.source() == Source.STALE) {
            add(body, content.warnings().length == 0 ? "" : ",");
            body.writeBytes(json(staleness(answer)));
        }
        add(body, "],\"" + CACHE_TTL + "\":" + seconds(serving.ttl()) + "}}");
        return body.toByteArray();
    }

    private static String staleness(KeptAnswer answer) {
        return "This answer is not the newest: it was made at %s from data version %d. Ask again for the next one."
                .formatted(answer.evaluatedAt(), answer.key().dataVersion());
    }

    /** Whole seconds, so rounded that an answer just made tells its whole time. */
    private static long seconds(Duration left) {
        return left.plusMillis(999).toSeconds();
    }

    private static byte[] unwrapped(byte[] json) {
        return Arrays.copyOfRange(json, 1, json.length - 1);
    }

    private static void add(ByteArrayOutputStream body, String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] json(Object value) {
        try {
            return Json.mapper().writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
