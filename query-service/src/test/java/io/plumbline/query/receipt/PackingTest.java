package io.plumbline.query.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PackingTest {
    @Test
    void givesBackWhatWasPacked() {
        byte[] bytes = "[{\"created\":1}]".repeat(10_000).getBytes(StandardCharsets.UTF_8);
        byte[] packed = Packing.pack(bytes).orElseThrow();
        assertThat(packed.length).isLessThan(bytes.length / 10);
        assertThat(Packing.unpack(packed)).isEqualTo(bytes);
        assertThat(Packing.unpack(Packing.pack(new byte[0]).orElseThrow())).isEmpty();
    }

    @Test
    void keepsNothingThatIsTooLarge() {
        byte[] noise = new byte[Packing.MOST + 1];
        new Random(1).nextBytes(noise);
        assertThat(Packing.pack(noise)).isEmpty();
        assertThat(Packing.pack(new byte[9 * 1024 * 1024])).isEmpty();
    }

    @Test
    void refusesWhatIsBroken() {
        byte[] packed = Packing.pack(new byte[1_000]).orElseThrow();
        assertThatThrownBy(() -> Packing.unpack(Arrays.copyOf(packed, packed.length / 2)))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> Packing.unpack(new byte[] {1, 2, 3})).isInstanceOf(IllegalStateException.class);
    }
}
