package io.plumbline.translator.offline.time;

/** Words of time in a text, and the place after them. */
public record TimeMatch(int next, TimeReference reference) {}
