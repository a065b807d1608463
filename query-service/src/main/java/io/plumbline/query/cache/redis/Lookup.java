package io.plumbline.query.cache.redis;

import io.plumbline.query.cache.kept.KeptAnswer;

/** What Redis says of an answer. */
public sealed interface Lookup {
    /** It is there, and valid. */
    record Found(KeptAnswer answer) implements Lookup {}

    /** It is not, and the caller is the one to make it. */
    record Claimed(Lease lease) implements Lookup {}

    /** It is not, and another one makes it. */
    record Taken() implements Lookup {}

    /** Redis does not say. */
    record Unknown() implements Lookup {}
}
