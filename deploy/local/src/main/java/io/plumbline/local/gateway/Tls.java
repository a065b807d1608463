package io.plumbline.local.gateway;

import io.plumbline.local.state.StackException;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A certificate.
 *
 * @param certificate PEM file with the chain, the own certificate first
 * @param key PEM file with its private key (PKCS #8)
 */
record Tls(Path certificate, Path key) {
    private static final String CERTIFICATE = "PLUMBLINE_TLS_CERT";
    private static final String KEY = "PLUMBLINE_TLS_KEY";
    private static final Set<String> VERSIONS = Set.of("TLSv1.3");

    static Optional<Tls> fromEnvironment(Map<String, String> environment) {
        String certificate = environment.getOrDefault(CERTIFICATE, "");
        String key = environment.getOrDefault(KEY, "");
        if (certificate.isBlank() && key.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(new Tls(file(CERTIFICATE, certificate), file(KEY, key)));
    }

    HttpServerOptions on(HttpServerOptions options) {
        return options.setSsl(true)
                .setEnabledSecureTransportProtocols(VERSIONS)
                .setKeyCertOptions(new PemKeyCertOptions()
                        .setCertPath(certificate.toString())
                        .setKeyPath(key.toString()));
    }

    private static Path file(String variable, String name) {
        if (name.isBlank() || !Files.isReadable(Path.of(name))) {
            throw new StackException(
                    variable + " is '" + name + "', but must name a PEM file that the gateway can read.",
                    "Set both " + CERTIFICATE + " and " + KEY + ", or neither.");
        }
        return Path.of(name);
    }
}
