package io.plumbline.jobs.deadletter;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.spec.tenant.Tenant;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/** What the dead letter topic is told. Where a row keeps the record whole, the message holds its beginning. */
final class LetterMessage {
    static final int SCHEMA = 1;
    private static final int BEGINNING = 32 * 1024;

    private LetterMessage() {}

    static ObjectNode of(Tenant tenant, DeadLetter letter) {
        return of(letter, BEGINNING)
                .put("tenant_id", tenant.slug())
                .put("letter_id", letter.id().toString());
    }

    /** Of a letter whose tenant is not proven: the message is all that there is. */
    static ObjectNode anonymous(DeadLetter letter) {
        return of(letter, letter.record().length).putNull("tenant_id").putNull("letter_id");
    }

    private static ObjectNode of(DeadLetter letter, int most) {
        byte[] record = letter.record();
        byte[] told = record.length > most ? Arrays.copyOf(record, most) : record;
        ObjectNode message = JsonNodeFactory.instance.objectNode();
        message.put("schema", SCHEMA)
                .put("source", letter.source().column())
                .put("instance_id", letter.instance())
                .put("code", letter.code())
                .put("reason", letter.reason())
                .put("redrives", letter.redrives())
                .put("record_size", record.length)
                .put("record_cut", told.length < record.length);
        String text = beginning(told);
        return text == null
                ? message.put("record_base64", Base64.getEncoder().encodeToString(told))
                : message.put("record", text);
    }

    /** The same of the beginning of a longer text, whose last character may be cut. */
    static String beginning(byte[] bytes) {
        for (int cut = 0; cut < 4 && cut <= bytes.length; cut++) {
            String text = text(Arrays.copyOf(bytes, bytes.length - cut));
            if (text != null) {
                return text;
            }
        }
        return null;
    }

    /** Null where the bytes are no text that a database or log takes. */
    static String text(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.indexOf(0) < 0 ? text : null;
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
