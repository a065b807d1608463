package io.plumbline.local.gateway;

import java.util.UUID;
import java.util.regex.Pattern;

/** The id that a request carries through all services and logs. */
final class RequestId {
    static final String HEADER = "X-Request-Id";
    private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private RequestId() {}

    /** The caller's id when it can do no harm in a log, else a new one. */
    static String of(String given) {
        return given != null && SANE.matcher(given).matches()
                ? given
                : UUID.randomUUID().toString();
    }
}
