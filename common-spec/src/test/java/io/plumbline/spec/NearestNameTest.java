package io.plumbline.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {
    private static final List<String> NAMES =
            List.of("velocity", "closed", "created", "lead_time_p50", "lead_time_p90", "cycle_time", "wip");

    @ParameterizedTest
    @CsvSource({
        "velocty, velocity",
        "VELOCITY, velocity",
        "Cycle Time, cycle_time",
        "cycle-time, cycle_time",
        "lead_time, lead_time_p50",
        "lead_time_p95, lead_time_p90",
        "lead_time_90, lead_time_p90",
        "close, closed",
        "wpi, ",
        "throughput, ",
        "'  ', ",
    })
    void findsWhatWasMeant(String given, String expected) {
        assertThat(NearestName.find(given, NAMES).orElse(null)).isEqualTo(expected);
    }

    @Test
    void givesUpOnWhatIsNoName() {
        assertThat(NearestName.find("v".repeat(1_000_000), NAMES)).isEmpty();
        assertThat(NearestName.find(null, NAMES)).isEmpty();
        assertThat(NearestName.find("wip", List.of())).isEmpty();
    }
}
