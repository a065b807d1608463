package io.plumbline.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.local.state.StackException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gateway with a certificate. */
class SecureGatewayTest {
    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    private Path folder;

    @Test
    void speaksTls13AndNothingOlder() throws Exception {
        KeyStore keys = newKeys();
        Backends backends = Backends.start();
        Door door = Door.fromEnvironment(Map.of(
                "PLUMBLINE_TLS_CERT",
                        pem("CERTIFICATE", keys.getCertificate("gateway").getEncoded()),
                "PLUMBLINE_TLS_KEY",
                        pem("PRIVATE KEY", keys.getKey("gateway", PASSWORD).getEncoded())));
        try (Gateway gateway = Gateway.start(Gateway.LOOPBACK, 0, 0, backends.origins(), () -> "", door)) {
            HttpResponse<String> secure = get("https://localhost:" + gateway.securePort(), keys, "TLSv1.3");
            assertThat(secure.statusCode()).isEqualTo(200);
            assertThat(secure.sslSession().orElseThrow().getProtocol()).isEqualTo("TLSv1.3");
            assertThat(secure.headers().firstValue("Strict-Transport-Security")).contains("max-age=31536000");
            handsEventsOn("https://localhost:" + gateway.securePort(), keys);
            assertThatThrownBy(() -> get("https://localhost:" + gateway.securePort(), keys, "TLSv1.2"))
                    .isInstanceOf(SSLHandshakeException.class);
            assertThat(get("http://localhost:" + gateway.port(), keys, "TLSv1.3")
                            .headers()
                            .firstValue("Strict-Transport-Security"))
                    .isEmpty();
        } finally {
            backends.close();
        }
    }

    @Test
    void needsBothFiles() {
        assertThatThrownBy(() -> Door.fromEnvironment(Map.of("PLUMBLINE_TLS_CERT", "/no/such.pem")))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("PLUMBLINE_TLS_CERT is '/no/such.pem'");
        assertThatThrownBy(() -> Door.fromEnvironment(Map.of(
                        "PLUMBLINE_TLS_CERT",
                        Files.createFile(folder.resolve("c.pem")).toString())))
                .hasMessageContaining("PLUMBLINE_TLS_KEY");
    }

    private static void handsEventsOn(String address, KeyStore trusted) throws Exception {
        try (HttpClient client = client(trusted, "TLSv1.3")) {
            HttpResponse<InputStream> stream = client.send(
                    HttpRequest.newBuilder(URI.create(address + "/analytics/jobs/7/stream"))
                            .build(),
                    BodyHandlers.ofInputStream());
            try (InputStream body = stream.body()) {
                assertThat(body.readNBytes(26)).asString(StandardCharsets.UTF_8).endsWith("id:1\ndata:x\n\n");
            }
            client.shutdownNow();
        }
    }

    private static HttpResponse<String> get(String address, KeyStore trusted, String protocol) throws Exception {
        try (HttpClient client = client(trusted, protocol)) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(address + "/analytics/run"))
                            .build(),
                    BodyHandlers.ofString());
        }
    }

    private static HttpClient client(KeyStore trusted, String protocol) throws Exception {
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return HttpClient.newBuilder()
                .sslContext(context)
                .sslParameters(new SSLParameters(null, new String[] {protocol}))
                .build();
    }

    private KeyStore newKeys() throws Exception {
        Path store = folder.resolve("keys.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "gateway",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        new String(PASSWORD))
                .inheritIO()
                .start();
        assertThat(keytool.waitFor()).isZero();
        return KeyStore.getInstance(store.toFile(), PASSWORD);
    }

    private String pem(String kind, byte[] content) throws IOException {
        String text = "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n"
                .formatted(kind, Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content));
        return Files.writeString(folder.resolve(kind.replace(' ', '-') + ".pem"), text)
                .toString();
    }
}
