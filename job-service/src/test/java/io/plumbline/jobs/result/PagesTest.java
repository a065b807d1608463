package io.plumbline.jobs.result;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.spec.result.ResultColumn;
import io.plumbline.spec.result.ResultType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PagesTest {
    private static final List<ResultColumn> COLUMNS = List.of(
            new ResultColumn("a", ResultType.TEXT),
            new ResultColumn("b", ResultType.BOOLEAN),
            new ResultColumn("c", ResultType.INTEGER),
            new ResultColumn("d", ResultType.DECIMAL),
            new ResultColumn("e", ResultType.DATE),
            new ResultColumn("f", ResultType.INSTANT),
            new ResultColumn("g", ResultType.PARTS),
            new ResultColumn("d", ResultType.WHY));

    @Test
    void givesBackTheValuesThatWereKept() {
        PageWriter writer = new PageWriter();
        writer.add("[\"ž\",true,7,0.1,\"2026-01-31\",\"2026-01-31T10:00:00.000001Z\",{\"x\":1},null]"
                .getBytes(StandardCharsets.UTF_8));
        writer.add("[null,null,null,null,null,null,null,\"no_data\"]".getBytes(StandardCharsets.UTF_8));
        ResultPage page = writer.last().orElseThrow();
        List<List<Object>> rows = StoredRows.read(page.rows().getBytes(), COLUMNS);
        assertThat(rows.getFirst())
                .isEqualTo(Arrays.asList(
                        "ž",
                        true,
                        7L,
                        0.1,
                        LocalDate.parse("2026-01-31"),
                        Instant.parse("2026-01-31T10:00:00.000001Z"),
                        Map.of("x", 1),
                        null));
        assertThat(rows.getLast()).containsExactly(null, null, null, null, null, null, null, "no_data");
    }

    @Test
    void fillsPagesOfAThousand() {
        PageWriter writer = new PageWriter();
        int pages = 0;
        for (int i = 0; i < 2_001; i++) {
            pages += writer.add("[]".getBytes(StandardCharsets.UTF_8)).isPresent() ? 1 : 0;
        }
        ResultPage last = writer.last().orElseThrow();
        assertThat(pages).isEqualTo(2);
        assertThat(last.page()).isEqualTo(2);
        assertThat(last.firstRow()).isEqualTo(2_000);
        assertThat(last.rowCount()).isEqualTo(1);
        assertThat(writer.last()).isEmpty();
        assertThat(writer.rows()).isEqualTo(2_001);
        assertThat(writer.pages()).isEqualTo(3);
        assertThat(writer.bytes()).isPositive();
    }
}
