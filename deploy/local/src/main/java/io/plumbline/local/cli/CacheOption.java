package io.plumbline.local.cli;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Option;

/** What an answer may take of the cache. */
final class CacheOption {
    @Option(
            names = "--cache",
            paramLabel = "MODE",
            description = "fresh: make the answer anew; normal: a kept one that is still valid (default);"
                    + " stale_ok: also the last one of older data, at once.")
    private String mode;

    /** The path with what the API is to be told. */
    String on(String path) {
        return mode == null ? path : path + "?cache=" + URLEncoder.encode(mode, StandardCharsets.UTF_8);
    }
}
