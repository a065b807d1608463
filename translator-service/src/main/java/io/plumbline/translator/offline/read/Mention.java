package io.plumbline.translator.offline.read;

/**
 * A metric that a question names.
 *
 * @param at the place where it is named, or where the word stands that implies it
 */
record Mention(String metric, int at) {}
