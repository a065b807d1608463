package io.plumbline.jobs.tracker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineReaderTest {
    @Test
    void numbersLinesAndPassesOverBlankOnes() throws IOException {
        assertThat(lines("\uFEFF{a}\r\n\n  \t\n{b} \n{c}")).containsExactly("1 {a}", "4 {b}", "5 {c}");
    }

    @Test
    void readsNothingFromNothing() throws IOException {
        assertThat(lines("")).isEmpty();
        assertThat(lines("\n\n")).isEmpty();
    }

    @Test
    void readsLinesLongerThanItsBuffers() throws IOException {
        String long1 = "x".repeat(3_000_000);
        assertThat(lines(long1 + "\n" + "y\n" + long1)).containsExactly("1 " + long1, "2 y", "3 " + long1);
    }

    @Test
    void tellsOfALineThatIsTooLongAndGoesOn() throws IOException {
        var reader = new LineReader(new ByteArrayInputStream(
                ("x".repeat(LineReader.MAX_LINE + 1) + "\nnext").getBytes(StandardCharsets.UTF_8)));

        assertThat(reader.next()).isTrue();
        assertThat(reader.isTooLong()).isTrue();
        assertThat(reader.next()).isTrue();
        assertThat(reader.isTooLong()).isFalse();
        assertThat(reader.number()).isEqualTo(2);
        assertThat(reader.next()).isFalse();
    }

    private static List<String> lines(String text) throws IOException {
        var reader = new LineReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        List<String> lines = new ArrayList<>();
        while (reader.next()) {
            lines.add(reader.number() + " " + new String(reader.bytes(), 0, reader.length(), StandardCharsets.UTF_8));
        }
        return lines;
    }
}
