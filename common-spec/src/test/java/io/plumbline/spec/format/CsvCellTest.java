package io.plumbline.spec.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvCellTest {

    @Test
    void tellsNullFromAnEmptyText() {
        assertThat(CsvCell.of(null)).isEmpty();
        assertThat(CsvCell.of("")).isEqualTo("\"\"");
    }

    @Test
    void quotesWhatWouldEndACell() {
        assertThat(CsvCell.of("a,b")).isEqualTo("\"a,b\"");
        assertThat(CsvCell.of("say \"hi\"")).isEqualTo("\"say \"\"hi\"\"\"");
        assertThat(CsvCell.of("two\nlines")).isEqualTo("\"two\nlines\"");
    }

    @Test
    void leavesNumbersAndDaysAsTheyAre() {
        assertThat(CsvCell.of(-3.5)).isEqualTo("-3.5");
        assertThat(CsvCell.of(-4L)).isEqualTo("-4");
        assertThat(CsvCell.of(LocalDate.of(2026, 1, 2))).isEqualTo("2026-01-02");
        assertThat(CsvCell.of(true)).isEqualTo("true");
    }

    @Test
    void writesPartsAsJson() {
        assertThat(CsvCell.of(Map.of("b", 2, "a", 1))).isEqualTo("\"{\"\"a\"\":1,\"\"b\"\":2}\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1"})
    void defusesATextThatASpreadsheetWouldRun(String text) {
        assertThat(plain(CsvCell.of(text))).isEqualTo("'" + text);
    }

    @Property(tries = 200)
    void givesEveryTextBackWithoutOneApostrophe(@ForAll String text) {
        String read = plain(CsvCell.of(text));
        assertThat(read.startsWith("'") ? read.substring(1) : read).isEqualTo(text);
    }

    private static String plain(String cell) {
        return cell.startsWith("\"") ? cell.substring(1, cell.length() - 1).replace("\"\"", "\"") : cell;
    }
}
