package io.plumbline.translator.query;

import io.plumbline.spec.signature.Sha256;

/** Names a question without repeating it: SHA-256 of its text without the space around it, in hexadecimal digits. */
final class QuestionHash {
    private QuestionHash() {}

    static String of(String question) {
        return Sha256.hex(question.strip());
    }
}
