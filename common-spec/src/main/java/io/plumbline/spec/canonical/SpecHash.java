package io.plumbline.spec.canonical;

import io.plumbline.spec.AnalyticsSpec;
import io.plumbline.spec.signature.Sha256;

/** The name of a spec's meaning. */
public final class SpecHash {
    private SpecHash() {}

    /** SHA-256 over {@link CanonicalSpec#json}: 64 lower case hexadecimal digits. */
    public static String of(AnalyticsSpec spec) {
        return Sha256.hex(CanonicalSpec.json(spec));
    }
}
