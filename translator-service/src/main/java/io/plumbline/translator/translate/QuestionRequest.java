package io.plumbline.translator.translate;

import java.time.Instant;

/**
 * The body of a translation.
 *
 * @param question in English, 1 to 2000 characters
 * @param now the instant that relative words are read from; absent means the present
 * @param timezone an IANA name such as {@code Europe/Prague}; absent means UTC
 */
public record QuestionRequest(String question, Instant now, String timezone) {}
