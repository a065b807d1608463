package io.plumbline.jobs.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinesTest {
    @Test
    void readsLinesLongerAndShorterThanItsBuffer() throws IOException {
        String large = "ž".repeat(50_000);
        assertThat(read("a\n\n" + large + "\nb\n")).containsExactly("a", "", large, "b");
    }

    @Test
    void tellsNoLineThatIsNotWhole() throws IOException {
        assertThat(read("a\nhalf")).containsExactly("a");
        assertThat(read("")).isEmpty();
    }

    @Test
    void refusesALineWithoutEnd() {
        assertThatThrownBy(() -> read("x".repeat(5_000_000))).isInstanceOf(IOException.class);
    }

    private static List<String> read(String text) throws IOException {
        List<String> lines = new ArrayList<>();
        try (Lines in = new Lines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))) {
            for (byte[] line = in.next(); line != null; line = in.next()) {
                lines.add(new String(line, StandardCharsets.UTF_8));
            }
        }
        return lines;
    }
}
