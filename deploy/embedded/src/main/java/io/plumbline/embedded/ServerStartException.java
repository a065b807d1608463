package io.plumbline.embedded;

/** A server could not be started; the message says which one, why, and what to do. */
public final class ServerStartException extends RuntimeException {
    public ServerStartException(String message) {
        super(message);
    }

    public ServerStartException(String message, Throwable cause) {
        super(message, cause);
    }
}
