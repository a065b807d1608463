package io.plumbline.local.cli;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Texts of a command line within an address. */
final class UrlText {
    private UrlText() {}

    static String of(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
