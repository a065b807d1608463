package io.plumbline.local.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableTest {
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    @Test
    void alignsNumbersToTheRightAndShowsNullAsADash() throws Exception {
        JsonNode rows = JSON.readTree("""
                [{"project_key": "PAY", "velocity": 1234.5},
                 {"project_key": "WEB", "velocity": null},
                 {"project_key": null, "velocity": 7}]
                """);
        assertThat(Table.of(rows).lines(80))
                .containsExactly(
                        "project_key  velocity",
                        "───────────  ────────",
                        "PAY          1,234.50",
                        "WEB                 –",
                        "–                7.00");
    }

    @Test
    void headingsMayHaveSeveralLines() {
        Table table = new Table(List.of("sprint", "velocity\npoints"))
                .row(List.of("PAY 1", "7"))
                .numeric(1);
        assertThat(table.lines(80))
                .containsExactly("sprint  velocity", "          points", "──────  ────────", "PAY 1          7");
    }

    @Test
    void neverCutsDays() throws Exception {
        JsonNode rows = JSON.readTree("[{\"metric_time\": \"2026-01-01\", \"a_long_name_of_a_number\": 1}]");
        assertThat(Table.of(rows).lines(20).getLast()).startsWith("2026-01-01 ");
    }

    @Test
    void cutsTheWidestTextToTheWidth() throws Exception {
        JsonNode rows = JSON.readTree("[{\"summary\": \"a very long text that goes on and on\", \"n\": 1}]");
        List<String> lines = Table.of(rows).lines(20);
        assertThat(lines).allMatch(line -> line.length() <= 20);
        assertThat(lines.getLast()).contains("…").endsWith("1");
    }

    @Test
    void neverCutsNumbers() throws Exception {
        JsonNode rows = JSON.readTree("[{\"number\": 123456789012}]");
        assertThat(Table.of(rows).lines(5).getLast()).isEqualTo("123,456,789,012");
    }

    @Test
    void keepsControlCharactersOutOfTheTerminal() throws Exception {
        JsonNode rows = JSON.readTree("[{\"name\": \"a\\u001b[31mb\\nc\"}]");
        assertThat(Table.of(rows).lines(80).getLast()).isEqualTo("a [31mb c");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|0",
                "3.0|3",
                "1234567|1,234,567",
                "12.345|12.34",
                "0.5|0.50",
                "0.0012345|0.00123",
                "-0.05|-0.05",
                "-1234.567|-1,234.57"
            })
    void showsNumbersAsPeopleReadThem(String number, String shown) throws Exception {
        assertThat(Cells.text(JSON.readTree(number))).isEqualTo(shown);
    }
}
