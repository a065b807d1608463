package io.plumbline.spec.limit;

import io.plumbline.spec.limit.Rate.Owner;
import io.plumbline.spec.tenant.Caller;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** What a caller's request counts towards. */
@Startup
@Singleton
final class Meters {
    private static final String GLOBAL_KEY = "rl:global";
    private static final int NAME_BYTES = 16;

    private final List<Rate> user;
    private final List<Rate> tenant;
    private final Meter global;

    Meters(LimitConfig config) {
        user = rates(Owner.USER, config.user());
        tenant = rates(Owner.TENANT, config.tenant());
        global = new Meter(
                GLOBAL_KEY, List.of(Rate.perMinute(Owner.GLOBAL, config.global().perMinute())));
    }

    /** The user's and the tenant's, which a cluster keeps on one node, and that of everybody, which is on any. */
    List<List<Meter>> of(Caller caller) {
        String key = "rl:{" + caller.tenant().slug() + "}";
        return List.of(
                List.of(new Meter(key + ":" + shortened(caller.user()), user), new Meter(key, tenant)),
                List.of(global));
    }

    private static List<Rate> rates(Owner owner, LimitConfig.Allowance allowance) {
        return List.of(Rate.perSecond(owner, allowance.perSecond()), Rate.perMinute(owner, allowance.perMinute()));
    }

    /** A user's name may be long, and is nobody's business in Redis. */
    private static String shortened(String user) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(user.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(digest, NAME_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
