package io.plumbline.spec.delegation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.spec.problem.ProblemException;
import io.plumbline.spec.tenant.Caller;
import io.plumbline.spec.tenant.Tenant;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DelegationsTest {
    private static final Instant NOW = Instant.parse("2026-07-15T12:00:00Z");
    private static final Optional<String> SECRET = Optional.of("0123456789abcdef0123456789abcdef");
    private static final Caller ANA = new Caller(Tenant.of("acme"), "ana@acme.example", Set.of("viewer", "analyst"));
    private static final UUID JOB = UUID.fromString("7c3f0a2e-0000-4000-8000-000000000001");

    private final Delegations delegations = at(SECRET, NOW);

    @Test
    void tellsWhoseJobItIs() {
        assertThat(delegations.require(delegations.sign(ANA, JOB))).isEqualTo(new Delegation(ANA, JOB));
    }

    @Test
    void holdsForAMinute() {
        String signed = delegations.sign(ANA, JOB);
        assertThat(at(SECRET, NOW.plusSeconds(60)).require(signed).job()).isEqualTo(JOB);
        refuses(at(SECRET, NOW.plusSeconds(61)), signed);
        // A clock that runs ahead by hours signs nothing that would hold for hours.
        refuses(at(SECRET, NOW.minusSeconds(3_600)), signed);
    }

    @Test
    void cannotBeMadeUp() {
        String good = delegations.sign(ANA, JOB);
        String other = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(new String(
                                Base64.getUrlDecoder().decode(good.substring(0, good.indexOf('.'))),
                                StandardCharsets.UTF_8)
                        .replace("acme", "evil")
                        .getBytes(StandardCharsets.UTF_8));
        for (String forged : new String[] {
            null,
            "",
            ".",
            "x",
            "x.y",
            good + "A",
            good.substring(0, good.indexOf('.') + 1),
            other + good.substring(good.indexOf('.'))
        }) {
            refuses(delegations, forged);
        }
    }

    @Test
    void anotherSecretIsNotBelieved() {
        refuses(delegations, at(Optional.of("x".repeat(32)), NOW).sign(ANA, JOB));
    }

    @Test
    void saysWhatToSetWithoutASecret() {
        Delegations none = at(Optional.of(" "), NOW);
        assertThatThrownBy(() -> none.sign(ANA, JOB))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type().status()).isEqualTo(503))
                .hasMessageContaining("PLUMBLINE_INTERNAL_KEY");
        assertThatThrownBy(() -> none.require(delegations.sign(ANA, JOB)))
                .hasMessageContaining("PLUMBLINE_INTERNAL_KEY");
    }

    @Test
    void refusesAShortSecret() {
        assertThatThrownBy(() -> at(Optional.of("short"), NOW)).hasMessageContaining("32 characters");
    }

    private static void refuses(Delegations delegations, String header) {
        assertThatThrownBy(() -> delegations.require(header))
                .as(header)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type().status()).isEqualTo(401));
    }

    private static Delegations at(Optional<String> secret, Instant now) {
        return new Delegations(secret, Clock.fixed(now, ZoneOffset.UTC));
    }
}
