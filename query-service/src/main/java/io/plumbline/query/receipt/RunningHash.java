package io.plumbline.query.receipt;

import io.plumbline.spec.signature.Sha256;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** The hash of canonical results whose rows come one by one: the same as {@link Digest} makes of all of them. */
public final class RunningHash {
    private final MessageDigest digest = Sha256.begin();
    private boolean begun;

    /** Takes the next row. */
    public void add(Map<String, Object> row) {
        byte[] list = CanonicalResults.write(List.of(row));
        digest.update((byte) (begun ? ',' : '['));
        begun = true;
        digest.update(Arrays.copyOfRange(list, 1, list.length - 1));
    }

    /** The hash of all rows; nothing can be added after it. */
    public String end() {
        if (!begun) {
            digest.update((byte) '[');
        }
        digest.update((byte) ']');
        return HexFormat.of().formatHex(digest.digest());
    }
}
