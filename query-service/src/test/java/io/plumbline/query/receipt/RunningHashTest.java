package io.plumbline.query.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.spec.signature.Sha256;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunningHashTest {

    @Test
    void isTheHashOfAllRowsTogether() {
        List<Map<String, Object>> rows =
                List.of(Map.of("project", "PAY", "created", 2L), Map.of("project", "Größe", "share", 1.0 / 3));
        assertThat(hash(rows)).isEqualTo(Sha256.hex(CanonicalResults.write(rows)));
    }

    @Test
    void isTheHashOfAnEmptyListWithoutRows() {
        assertThat(hash(List.of())).isEqualTo(Sha256.hex(CanonicalResults.write(List.of())));
    }

    private static String hash(List<Map<String, Object>> rows) {
        RunningHash hash = new RunningHash();
        rows.forEach(hash::add);
        return hash.end();
    }
}
