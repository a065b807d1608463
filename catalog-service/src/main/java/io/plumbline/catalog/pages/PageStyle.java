package io.plumbline.catalog.pages;

import io.plumbline.spec.signature.Sha256;
import io.quarkus.qute.RawString;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** How pages look, and the policy that lets browsers use nothing but that. */
final class PageStyle {
    /** Stands within the page, so that a page that was kept as a file looks the same. */
    static final RawString CSS = new RawString(read());

    /** No script, no form, no frame, nothing loaded; one style, known by its hash. */
    static final String POLICY =
            "default-src 'none'; style-src 'sha256-%s'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
                    .formatted(hash());

    private PageStyle() {}

    private static String read() {
        try (InputStream content = PageStyle.class.getResourceAsStream("/templates/pages/style.css")) {
            return "\n" + new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash() {
        return Base64.getEncoder().encodeToString(Sha256.of(CSS.getValue().getBytes(StandardCharsets.UTF_8)));
    }
}
