package io.plumbline.local.gateway;

import io.vertx.core.http.HttpServerRequest;

/**
 * How long a request body may be.
 *
 * @param bytes the most that is let through
 */
record BodyLimit(long bytes) {
    private static final BodyLimit SMALL = new BodyLimit(64 * 1024);
    private static final BodyLimit UPLOAD = new BodyLimit(4L << 30);

    static BodyLimit of(String path) {
        return Routes.isUpload(path) ? UPLOAD : SMALL;
    }

    boolean isExceededBy(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        try {
            return length != null && Long.parseLong(length) > bytes;
        } catch (NumberFormatException e) {
            // The decoder of the server refuses it.
            return true;
        }
    }

    /** A body of unknown length is counted while it passes. */
    boolean mustCount(HttpServerRequest request) {
        return request.getHeader("Content-Length") == null && request.getHeader("Transfer-Encoding") != null;
    }

    String detail() {
        return equals(SMALL)
                ? "At most 64 KB are accepted here. Large data goes to /analytics/imports."
                : "At most 4 GB are accepted at once. Split the file.";
    }
}
