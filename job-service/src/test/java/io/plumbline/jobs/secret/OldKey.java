package io.plumbline.jobs.secret;

import io.plumbline.spec.tenant.Tenant;
import java.util.HexFormat;
import java.util.Optional;

/** Seals as an instance did before the keys were changed: under the second key of the tests. */
public final class OldKey {
    private static final String SECOND = "2:202122232425262728292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f";

    private OldKey() {}

    /** In hexadecimal. */
    public static String seal(String tenant, String purpose, String secret) {
        byte[] sealed = new Secrets(() -> Optional.of(SECOND)).seal(new Tenant(tenant), purpose, secret);
        return HexFormat.of().formatHex(sealed);
    }
}
