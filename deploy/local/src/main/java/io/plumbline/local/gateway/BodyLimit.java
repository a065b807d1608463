package io.plumbline.local.gateway;

import io.vertx.core.http.HttpServerRequest;

/**
 * How long a request body may be.
 *
 * @param bytes the most that is let through
 * @param detail what a caller who sends more is told
 */
record BodyLimit(long bytes, String detail) {
    private static final BodyLimit SMALL =
            new BodyLimit(64 * 1024, "At most 64 KB are accepted here. Large data goes to /analytics/imports.");
    private static final BodyLimit FILE = new BodyLimit(1 << 20, "At most 1 MB is accepted here. Split the file.");
    private static final BodyLimit UPLOAD =
            new BodyLimit(4L << 30, "At most 4 GB are accepted at once. Split the file.");

    static BodyLimit of(String path) {
        if (Routes.isUpload(path)) {
            return UPLOAD;
        }
        return Routes.isCatalogFile(path) || Routes.isWebhook(path) ? FILE : SMALL;
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
}
