package io.plumbline.spec.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TracingDefaultsTest {
    @Test
    void leavesTracingOffWithoutACollector() {
        var defaults = new TracingDefaults(null, null);
        assertThat(defaults.getPropertyNames()).containsExactly("quarkus.otel.sdk.disabled");
        assertThat(defaults.getValue("quarkus.otel.sdk.disabled")).isEqualTo("true");
        assertThat(new TracingDefaults(" ", "").getValue("quarkus.otel.sdk.disabled"))
                .isEqualTo("true");
    }

    @Test
    void tracesToTheCollectorThatIsNamed() {
        assertThat(new TracingDefaults("http://collector:4317", null).getValue("quarkus.otel.sdk.disabled"))
                .isEqualTo("false");
    }

    @Test
    void anySettingOfAServiceWins() {
        assertThat(new TracingDefaults(null, null).getOrdinal()).isLessThan(250);
        assertThat(new TracingDefaults(null, null).getName()).isNotBlank();
    }
}
