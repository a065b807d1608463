package io.plumbline.embedded;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** An RSA key that signs JSON Web Tokens (RS256) and publishes its public half as a JWKS document. */
public final class TokenSigner {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int KEY_BITS = 2048;

    private final PrivateKey privateKey;
    private final RSAPublicKey publicKey;
    private final String keyId;

    private TokenSigner(PrivateKey privateKey, RSAPublicKey publicKey) {
        this.privateKey = privateKey;
        this.publicKey = publicKey;
        this.keyId = fingerprint(publicKey);
    }

    /** A signer with a new key. */
    public static TokenSigner generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(KEY_BITS);
            KeyPair pair = generator.generateKeyPair();
            return new TokenSigner(pair.getPrivate(), (RSAPublicKey) pair.getPublic());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A signer with the key that {@link #privateKey()} gave. */
    public static TokenSigner of(String base64Key) {
        try {
            KeyFactory factory = KeyFactory.getInstance("RSA");
            var key = (RSAPrivateCrtKey) factory.generatePrivate(
                    new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64Key.strip())));
            var publicKey = (RSAPublicKey)
                    factory.generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()));
            return new TokenSigner(key, publicKey);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("Not an RSA key in PKCS #8, base64", e);
        }
    }

    /** The private key, PKCS #8 in base64: a secret. */
    public String privateKey() {
        return Base64.getEncoder().encodeToString(privateKey.getEncoded());
    }

    /** The JWKS document with the public key. */
    public String jwks() {
        return json(Map.of(
                "keys",
                List.of(Map.of(
                        "kty",
                        "RSA",
                        "use",
                        "sig",
                        "alg",
                        "RS256",
                        "kid",
                        keyId,
                        "n",
                        unsigned(publicKey.getModulus()),
                        "e",
                        unsigned(publicKey.getPublicExponent())))));
    }

    /** A signed token with exactly these claims. */
    public String sign(Map<String, ?> claims) {
        return sign(Map.of(), claims);
    }

    /** The same with other members in the head, for tokens that are to be refused; a null leaves one out. */
    public String sign(Map<String, ?> headChanges, Map<String, ?> claims) {
        Map<String, Object> head = new LinkedHashMap<>(Map.of("alg", "RS256", "typ", "JWT", "kid", keyId));
        head.putAll(headChanges);
        head.values().removeIf(Objects::isNull);
        String content = encoded(json(head)) + "." + encoded(json(claims));
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(privateKey);
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + encoded(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String fingerprint(RSAPublicKey key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return encoded(bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
    }

    private static String encoded(String text) {
        return encoded(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
