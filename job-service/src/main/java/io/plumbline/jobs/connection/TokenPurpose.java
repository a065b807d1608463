package io.plumbline.jobs.connection;

import java.util.UUID;

/** What a connection's token is sealed for. */
public final class TokenPurpose {
    private TokenPurpose() {}

    public static String of(UUID connection) {
        return "connection-token:" + connection;
    }
}
