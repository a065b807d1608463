package io.plumbline.local.stack;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Rate limits of the local stack, none that one person, a test or a load run could meet, and the secrets that its services
 * share. A variable of the environment that
 * {@code up} is called in goes before.
 */
final class LocalLimits {
    private static final String PLENTY = "1000000";
    private static final int KEY_BYTES = 32;

    /** The services of one start share secrets of their own. */
    private static final String ADMISSION_KEY = random();

    private static final String INTERNAL_KEY = random();

    private static final Map<String, String> SETTINGS = Map.of(
            "PLUMBLINE_LIMIT_USER", PLENTY,
            "PLUMBLINE_LIMIT_USER_BURST", PLENTY,
            "PLUMBLINE_LIMIT_TENANT", PLENTY,
            "PLUMBLINE_LIMIT_TENANT_BURST", PLENTY,
            "PLUMBLINE_LIMIT_GLOBAL", PLENTY,
            "PLUMBLINE_ADMISSION_KEY", ADMISSION_KEY,
            "PLUMBLINE_INTERNAL_KEY", INTERNAL_KEY);

    private LocalLimits() {}

    /** What a service is told that the given environment does not say. */
    static Map<String, String> beside(Map<String, String> environment) {
        return SETTINGS.entrySet().stream()
                .filter(setting -> !environment.containsKey(setting.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static String random() {
        byte[] bytes = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
