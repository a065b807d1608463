package io.plumbline.jobs.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.spec.problem.ProblemException;
import io.plumbline.spec.tenant.Tenant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SecretsTest {
    private static final Tenant ACME = new Tenant("acme");
    private static final String TOKEN = "ATATT3xFfGF0-a-token-9Z7q";
    private static final String OLD = "1:" + key(1);
    private static final String NEW = "2:" + key(2);

    private final Secrets secrets = secrets(OLD);

    @Test
    void opensWhatItSealed() {
        byte[] sealed = secrets.seal(ACME, "connection-token:7", TOKEN);

        assertThat(secrets.open(ACME, "connection-token:7", sealed)).isEqualTo(TOKEN);
        assertThat(new String(sealed, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain(TOKEN.substring(4));
        assertThat(secrets.seal(ACME, "connection-token:7", TOKEN)).isNotEqualTo(sealed);
    }

    @Test
    void sealedTextIsWorthNothingForAnotherTenantOrPurpose() {
        byte[] sealed = secrets.seal(ACME, "connection-token:7", TOKEN);

        refusedAs(() -> secrets.open(new Tenant("globex"), "connection-token:7", sealed), "secret_unreadable");
        refusedAs(() -> secrets.open(ACME, "connection-token:8", sealed), "secret_unreadable");
        refusedAs(() -> secrets.open(ACME, "webhook", sealed), "secret_unreadable");
    }

    @Test
    void changedByteIsNoticed() {
        byte[] sealed = secrets.seal(ACME, "p", TOKEN);
        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = Arrays.copyOf(sealed, sealed.length);
            changed[i] ^= 1;
            refusedAs(() -> secrets.open(ACME, "p", changed), "secret_unreadable");
        }
        refusedAs(() -> secrets.open(ACME, "p", new byte[0]), "secret_unreadable");
    }

    @Test
    void newFirstKeySealsAndTheOldOneStillOpens() {
        byte[] old = secrets.seal(ACME, "p", TOKEN);
        Secrets rotated = secrets(NEW + ", " + OLD);

        assertThat(rotated.open(ACME, "p", old)).isEqualTo(TOKEN);
        assertThat(rotated.isCurrent(old)).isFalse();
        byte[] anew = rotated.reseal(ACME, "p", old);
        assertThat(rotated.isCurrent(anew)).isTrue();
        assertThat(rotated.reseal(ACME, "p", anew)).isSameAs(anew);
        assertThat(secrets(NEW).open(ACME, "p", anew)).isEqualTo(TOKEN);
        refusedAs(() -> secrets(NEW).open(ACME, "p", old), "secret_unreadable");
    }

    @Test
    void keyMayBeHexadecimalAndWithoutAnId() {
        Secrets hex =
                secrets(java.util.HexFormat.of().formatHex(Base64.getDecoder().decode(key(1))));

        assertThat(hex.open(ACME, "p", secrets.seal(ACME, "p", TOKEN))).isEqualTo(TOKEN);
    }

    @Test
    void withoutKeysItSaysWhatToSet() {
        refusedAs(() -> secrets("").seal(ACME, "p", TOKEN), "secret_keys_missing");
        assertThatThrownBy(() -> secrets("").seal(ACME, "p", TOKEN))
                .hasMessageContaining("PLUMBLINE_SECRET_KEYS")
                .hasMessageContaining("openssl rand -hex 32");
    }

    @Test
    void faultyKeysAreToldWithoutTheirContent() {
        for (String keys : new String[] {"secretsecret", "1:short", OLD + "," + OLD, OLD + ",", "0:" + key(1), "1:?"}) {
            assertThatThrownBy(() -> secrets(keys).seal(ACME, "p", TOKEN))
                    .as(keys)
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("can't be used: key ")
                    .hasMessageNotContaining("secretsecret")
                    .hasMessageNotContaining(key(1));
        }
    }

    @Test
    void hintShowsFourCharactersAtMost() {
        assertThat(Secrets.hint(TOKEN)).isEqualTo("…9Z7q");
        assertThat(Secrets.hint("short")).isEqualTo("…");
    }

    private static void refusedAs(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String code) {
        assertThatThrownBy(call).isInstanceOfSatisfying(ProblemException.class, problem -> {
            assertThat(problem.type().code()).isEqualTo(code);
            assertThat(problem.getMessage()).doesNotContain(TOKEN);
        });
    }

    private static Secrets secrets(String keys) {
        return new Secrets(() -> Optional.of(keys).filter(text -> !text.isEmpty()));
    }

    private static String key(int seed) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) seed);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
