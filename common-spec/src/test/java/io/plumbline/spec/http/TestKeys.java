package io.plumbline.spec.http;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Map;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;

/** Publishes the public half of a new key as the issuer would, and hands the whole key to the test. */
public final class TestKeys implements QuarkusTestResourceLifecycleManager {
    private KeyPair key;

    @Override
    public Map<String, String> start() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            key = generator.generateKeyPair();
            var published = new RsaJsonWebKey((java.security.interfaces.RSAPublicKey) key.getPublic());
            published.setKeyId("test");
            published.setAlgorithm("RS256");
            Path file = Files.createTempFile("jwks", ".json");
            file.toFile().deleteOnExit();
            Files.writeString(file, new JsonWebKeySet(published).toJson());
            return Map.of("PLUMBLINE_JWKS", file.toUri().toString());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(key, field -> field.getType() == KeyPair.class);
    }

    @Override
    public void stop() {
        key = null;
    }
}
