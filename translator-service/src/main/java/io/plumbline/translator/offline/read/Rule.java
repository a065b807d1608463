package io.plumbline.translator.offline.read;

/** Sees to one concern of a question: takes the items that speak of it and writes what they say into the draft. */
interface Rule {
    void apply(Scan scan, Draft draft);
}
