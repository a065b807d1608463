package io.plumbline.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plumbline.local.terminal.Terminal;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ResultsTest {
    @Test
    void putsTheNumberOfValuesUnderAShortHeading() throws Exception {
        assertThat(shown("""
                {"data": {"results": [{"team": "A", "lead": 3.5, "lead__n": 12}], "total": 1},
                 "meta": {"columns": [{"name": "team", "type": "text", "unit": null},
                     {"name": "lead", "type": "number", "unit": "days"}, {"name": "lead__n", "type": "number", "unit": "values"}]}}
                """))
                .containsExactly(
                        "team  lead       n", //
                        "      days  values",
                        "────  ────  ──────",
                        "A     3.50      12",
                        "",
                        "1 row");
    }

    @Test
    void marksMissingNumbersByTheirReasons() throws Exception {
        assertThat(shown("""
                {"data": {"results": [{"lead": null, "ratio": null}, {"lead": null, "ratio": 2}], "total": 2},
                 "meta": {"columns": [{"name": "lead", "unit": null}, {"name": "ratio", "unit": null}],
                     "emptiness": [{"row": 0, "column": "lead", "reason": "no_data"}, {"row": 0, "column": "ratio", "reason": "not_applicable"},
                         {"row": 1, "column": "lead", "reason": "insufficient_n"}]}}
                """))
                .containsExactly(
                        "lead  ratio",
                        "────  ─────",
                        "–         ÷",
                        "<         2",
                        "",
                        "– no data · ÷ not defined · < too few values",
                        "2 rows");
    }

    @Test
    void explainsOnlyTheMarksThatOccur() throws Exception {
        assertThat(shown("""
                {"data": {"results": [{"lead": null}], "total": 1},
                 "meta": {"columns": [{"name": "lead", "unit": null}], "emptiness": [{"row": 0, "column": "lead", "reason": "not_applicable"}]}}
                """)).contains("÷ not defined").noneMatch(line -> line.contains("too few"));
    }

    private static List<String> shown(String answer) throws IOException {
        StringWriter out = new StringWriter();
        Terminal terminal =
                new Terminal(new PrintWriter(out), new PrintWriter(new StringWriter()), false, OptionalInt.of(80));
        JsonNode read = new ObjectMapper().readTree(answer);
        Results.print(read.path("data"), read.path("meta"), terminal);
        terminal.out().flush();
        return out.toString().lines().toList();
    }
}
