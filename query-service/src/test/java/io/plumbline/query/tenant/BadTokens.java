package io.plumbline.query.tenant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plumbline.embedded.TestTokens;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.spec.RSAPublicKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tokens that are wrong in one way each, by what is wrong with them (RFC 8725 and our own claims). */
final class BadTokens {
    private static final String TENANT = "acme";
    private static final String GOOD = TestTokens.viewer(TENANT);
    private static final String[] PARTS = GOOD.split("\\.", -1);

    private BadTokens() {}

    static Map<String, String> all() throws Exception {
        Map<String, String> tokens = new LinkedHashMap<>();
        tokens.putAll(wrongTimes());
        tokens.putAll(wrongIssuerOrAudience());
        tokens.putAll(wrongTenant());
        tokens.putAll(wrongHead());
        tokens.putAll(wrongSignature());
        tokens.putAll(wrongForm());
        return tokens;
    }

    private static Map<String, String> wrongTimes() {
        long now = Instant.now().getEpochSecond();
        return new TreeMap<>(Map.of(
                "expired", TestTokens.expired(TENANT),
                "expired for longer than clocks differ", with("exp", now - 40),
                "not valid yet", with("nbf", now + 120),
                "without an end", with("exp", null),
                "whose end is text", with("exp", "tomorrow"),
                "without a start", with("iat", null),
                "without an id", with("jti", null),
                "without a subject", with("sub", null)));
    }

    private static Map<String, String> wrongIssuerOrAudience() {
        return new TreeMap<>(Map.of(
                "of another issuer", TestTokens.foreignIssuer(TENANT),
                "of an issuer whose name begins alike", with("iss", TestTokens.ISSUER + ".evil.test"),
                "without an issuer", with("iss", null),
                "for another audience", TestTokens.wrongAudience(TENANT),
                "for a list of other audiences", with("aud", List.of("plumbline-test", "other")),
                "without an audience", with("aud", null)));
    }

    private static Map<String, String> wrongTenant() {
        return new TreeMap<>(Map.of(
                "without a tenant", TestTokens.withoutTenant(),
                "with an empty tenant", with("tenant_id", ""),
                "with a tenant that is no slug", with("tenant_id", "acme' OR 1=1"),
                "with a tenant in capitals", with("tenant_id", "ACME"),
                "with a tenant too long", with("tenant_id", "a".repeat(64)),
                "with a tenant of two lines", with("tenant_id", "acme\nglobex"),
                "with a list of tenants", with("tenant_id", List.of(TENANT)),
                "with a number for a tenant", with("tenant_id", 7),
                "with an object for a tenant", with("tenant_id", Map.of("id", TENANT))));
    }

    private static Map<String, String> wrongHead() throws Exception {
        return new TreeMap<>(Map.of(
                "that names no algorithm", TestTokens.withHead(TENANT, "alg", null),
                "that names another RSA algorithm", TestTokens.withHead(TENANT, "alg", "RS512"),
                "that claims to need no signature", head("{\"alg\":\"none\"}") + "." + PARTS[1] + ".",
                "that claims so in capitals", head("{\"alg\":\"NONE\"}") + "." + PARTS[1] + "." + PARTS[2],
                "signed with the public key as a secret", signedWithPublicKey(),
                "of an unknown key", TestTokens.withHead(TENANT, "kid", "unknown"),
                "with an extension that must be understood", TestTokens.withHead(TENANT, "crit", List.of("x-new"))));
    }

    private static Map<String, String> wrongSignature() {
        String other = TestTokens.viewer("globex");
        return new TreeMap<>(Map.of(
                "signed with another key", TestTokens.foreignKey(TENANT),
                "with the signature of another token",
                        PARTS[0] + "." + PARTS[1] + other.substring(other.lastIndexOf('.')),
                "with the claims of another token", PARTS[0] + "." + other.split("\\.", -1)[1] + "." + PARTS[2],
                "with half a signature", GOOD.substring(0, GOOD.length() - PARTS[2].length() / 2),
                "without a signature", PARTS[0] + "." + PARTS[1] + "."));
    }

    private static Map<String, String> wrongForm() {
        return new TreeMap<>(Map.of(
                "that is garbage", "garbage",
                "of two parts", PARTS[0] + "." + PARTS[1],
                "of four parts", GOOD + ".more",
                "of five parts", GOOD + ".and.more",
                "of empty parts", "..",
                "whose claims are no JSON", PARTS[0] + "." + head("claims") + "." + PARTS[2],
                "of another alphabet", PARTS[0] + ".+/+/." + PARTS[2],
                "of many characters", "x".repeat(8_000)));
    }

    private static String with(String claim, Object value) {
        return TestTokens.with(TENANT, claim, value);
    }

    private static String head(String json) {
        return encoded(json.getBytes(StandardCharsets.UTF_8));
    }

    /** RFC 8725, 2.1: who takes the algorithm from the token checks an HMAC with the key that everybody knows. */
    private static String signedWithPublicKey() throws Exception {
        JsonNode key = new ObjectMapper()
                .readTree(Files.readString(Path.of(URI.create(TestTokens.jwksLocation()))))
                .at("/keys/0");
        byte[] published = KeyFactory.getInstance("RSA")
                .generatePublic(new RSAPublicKeySpec(number(key, "n"), number(key, "e")))
                .getEncoded();
        String pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(published)
                + "\n-----END PUBLIC KEY-----\n";
        String content = head("{\"alg\":\"HS256\",\"kid\":\"" + key.path("kid").asText() + "\"}") + "." + PARTS[1];
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(pem.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
        return content + "." + encoded(mac.doFinal(content.getBytes(StandardCharsets.US_ASCII)));
    }

    private static BigInteger number(JsonNode key, String member) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(key.path(member).asText()));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
