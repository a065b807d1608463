package io.plumbline.jobs.jira;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses the service lets itself be sent to. Literal addresses need no name server. */
class AddressGuardTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1",
                "https://127.8.9.1:8443",
                "https://[::1]",
                "https://0.0.0.0",
                "https://169.254.169.254",
                "https://[fe80::1]",
                "https://224.0.0.1",
                "https://[::ffff:127.0.0.1]",
                "https://[::ffff:169.254.169.254]",
                "https://[64:ff9b::a9fe:a9fe]",
                "https://[2002:7f00:1::]"
            })
    void neverCallsThisMachineOrMetadataServices(String site) {
        assertRefused(site, false, false);
        assertRefused(site, false, true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://10.1.2.3",
                "https://172.16.0.9",
                "https://192.168.1.1",
                "https://100.64.0.1",
                "https://198.18.0.1",
                "https://0.1.2.3",
                "https://[fd00::5]",
                "https://[::ffff:10.0.0.1]",
                "https://[64:ff9b::a00:1]"
            })
    void callsPrivateAddressesOnlyWhereAllowed(String site) {
        assertRefused(site, false, false);
        assertThat(guard(false, true).check(Site.of(site))).isNotNull();
    }

    @Test
    void loopbackAndPlainHttpAreForLocalStacks() {
        assertThat(guard(true, false).check(Site.of("http://127.0.0.1:8099")).isLoopbackAddress())
                .isTrue();
        assertRefused("http://127.0.0.1:8099", false, false);
        assertRefused("http://93.184.216.34", true, true);
        assertRefused("http://10.0.0.1", true, true);
    }

    @Test
    void publicAddressIsCalledByHttps() {
        assertThat(guard(false, false).check(Site.of("https://93.184.216.34"))).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "acme.atlassian.net",
                "ftp://a.b",
                "https://",
                "https://u:p@a.b",
                "https://a.b/?x=1",
                "https://a b"
            })
    void whatIsNoSiteIsRefusedWithAnExample(String text) {
        assertThatThrownBy(() -> Site.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("https://acme.atlassian.net");
    }

    @Test
    void siteIsWrittenTheSameHoweverItIsGiven() {
        assertThat(Site.of(" HTTPS://Acme.Atlassian.NET:443/ ").address()).isEqualTo("https://acme.atlassian.net");
        assertThat(Site.of("https://api.atlassian.com/ex/jira/1/").address())
                .isEqualTo("https://api.atlassian.com/ex/jira/1");
    }

    private static void assertRefused(String site, boolean loopback, boolean privates) {
        assertThatThrownBy(() -> guard(loopback, privates).check(Site.of(site)))
                .as(site)
                .isInstanceOfSatisfying(
                        JiraFault.class, fault -> assertThat(fault.kind()).isEqualTo(JiraFault.Kind.NOT_ALLOWED));
    }

    private static AddressGuard guard(boolean loopback, boolean privates) {
        return new AddressGuard(new Fixed(loopback, privates));
    }

    private record Fixed(boolean allowLoopback, boolean allowPrivate) implements JiraSettings {
        @Override
        public Duration connectTimeout() {
            return Duration.ofSeconds(1);
        }

        @Override
        public Duration requestTimeout() {
            return Duration.ofSeconds(1);
        }

        @Override
        public int maxAnswer() {
            return 1;
        }

        @Override
        public int pageSize() {
            return 1;
        }

        @Override
        public int tries() {
            return 1;
        }

        @Override
        public Duration backoff() {
            return Duration.ZERO;
        }

        @Override
        public Duration longestPause() {
            return Duration.ZERO;
        }
    }
}
