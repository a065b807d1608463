package io.plumbline.spec.tenant;

import com.sun.net.httpserver.HttpServer;
import io.plumbline.embedded.TokenSigner;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Supplier;

/** An issuer's key document over HTTP: {@code /next} replaces the key, {@code /away} breaks it, {@code /key} tells it. */
public final class KeyServer implements QuarkusTestResourceLifecycleManager {
    /** The setting that names its address. */
    static final String ADDRESS = "test.keys";
    /** The setting that tells how many minutes lie between two looks for a new key. */
    static final String LOOK_AGAIN = "smallrye.jwt.jwks.forced-refresh-interval";

    private HttpServer server;
    private volatile TokenSigner signer = TokenSigner.generate();
    private volatile boolean away;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        on("/jwks.json", () -> signer.jwks());
        on("/key", () -> signer.privateKey());
        on("/next", () -> {
            signer = TokenSigner.generate();
            return "";
        });
        server.createContext("/away", exchange -> {
            away = true;
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        String address = "http://127.0.0.1:" + server.getAddress().getPort();
        return Map.of(
                "PLUMBLINE_JWKS",
                address + "/jwks.json",
                ADDRESS,
                address,
                LOOK_AGAIN,
                "0",
                "plumbline.tokens.remembered",
                "0S");
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    private void on(String path, Supplier<String> answer) {
        server.createContext(path, exchange -> {
            byte[] body = answer.get().getBytes(StandardCharsets.UTF_8);
            boolean broken = away && path.equals("/jwks.json");
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(broken ? 500 : 200, broken || body.length == 0 ? -1 : body.length);
            if (!broken && body.length > 0) {
                exchange.getResponseBody().write(body);
            }
            exchange.close();
        });
    }
}
