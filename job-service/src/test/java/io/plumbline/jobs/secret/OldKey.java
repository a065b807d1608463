package io.plumbline.jobs.secret;

import io.plumbline.spec.tenant.Tenant;
import java.util.HexFormat;
import java.util.Optional;

/** Keys as they were before and as they are after a change: the second key of the tests is the one that goes. */
public final class OldKey {
    private static final String SECOND = "2:202122232425262728292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f";

    private static final String FIRST = "1:000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";

    private OldKey() {}

    /** Opens what is given in hexadecimal, as an instance does that has the old key no longer. */
    public static String openWithout(String tenant, String purpose, String sealed) {
        return new Secrets(() -> Optional.of(FIRST))
                .open(new Tenant(tenant), purpose, HexFormat.of().parseHex(sealed));
    }

    /** Seals as an instance did before; in hexadecimal. */
    public static String seal(String tenant, String purpose, String secret) {
        byte[] sealed = new Secrets(() -> Optional.of(SECOND)).seal(new Tenant(tenant), purpose, secret);
        return HexFormat.of().formatHex(sealed);
    }
}
