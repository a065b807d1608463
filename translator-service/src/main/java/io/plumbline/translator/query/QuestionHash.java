package io.plumbline.translator.query;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names a question without repeating it: SHA-256 of its text without the space around it, in hexadecimal digits. */
final class QuestionHash {
    private QuestionHash() {}

    static String of(String question) {
        try {
            byte[] text = question.strip().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
