package io.plumbline.local.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TerminalTest {

    @Test
    void tablesFillTheTerminal() {
        Terminal terminal = of(Map.of("PLUMBLINE_COLUMNS", "90"));
        assertThat(terminal.tableWidth()).isEqualTo(90);
        assertThat(terminal.width()).isEqualTo(90);
        assertThat(of(Map.of("PLUMBLINE_COLUMNS", "3")).tableWidth()).isEqualTo(40);
    }

    @Test
    void tablesAreWholeInFilesAndPipes() {
        assertThat(of(Map.of()).tableWidth()).isEqualTo(Integer.MAX_VALUE);
        assertThat(of(Map.of("PLUMBLINE_COLUMNS", "wide")).tableWidth()).isEqualTo(Integer.MAX_VALUE);
        assertThat(of(Map.of()).width()).isEqualTo(120);
    }

    private static Terminal of(Map<String, String> environment) {
        return Terminal.of(new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter()), environment);
    }
}
