package io.plumbline.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.local.state.PortPlan;
import io.plumbline.local.state.Service;
import io.plumbline.local.state.StackException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OriginsTest {
    private static final PortPlan PORTS = new PortPlan(100);

    @Test
    void areThoseThatTheEnvironmentNames() {
        Origins origins = Origins.fromEnvironment(Map.of("PLUMBLINE_QUERY_URL", "http://query-service:9/"), PORTS);
        assertThat(origins.of(Service.QUERY)).hasToString("query-service:9");
        assertThat(origins.of(Service.CATALOG)).hasToString("127.0.0.1:8184");
    }

    @ParameterizedTest
    @ValueSource(strings = {"query-service:8082", "https://query-service", "http://host/path", "http://a b", ""})
    void areAddressesOnly(String text) {
        assertThatThrownBy(() -> Origins.fromEnvironment(Map.of("PLUMBLINE_QUERY_URL", text), PORTS))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("PLUMBLINE_QUERY_URL is '" + text + "'")
                .hasMessageContaining("http://localhost:8082");
    }
}
