package io.plumbline.local.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProblemTextTest {
    private static final Terminal PLAIN =
            Terminal.of(new PrintWriter(Writer.nullWriter()), new PrintWriter(Writer.nullWriter()), Map.of());

    @Test
    void saysWhereWhatAndWhatInstead() throws Exception {
        assertThat(ProblemText.lines(new ObjectMapper().readTree("""
                                {"title": "The spec is not valid", "status": 400, "code": "invalid_spec",
                                 "detail": "One thing is wrong.", "traceId": "abc",
                                 "errors": [{"pointer": "/measures/0/name", "code": "unknown_metric",
                                             "message": "There is no such metric.",
                                             "allowed": ["velocity", "planned_sp"], "suggestion": "velocity"}]}
                                """), PLAIN))
                .containsExactly(
                        "The spec is not valid",
                        "One thing is wrong.",
                        "  /measures/0/name  There is no such metric.",
                        "      did you mean: velocity",
                        "      allowed: velocity, planned_sp",
                        "trace abc");
    }

    @Test
    void saysNothingTwice() throws Exception {
        assertThat(ProblemText.lines(new ObjectMapper().readTree("""
                                {"title": "The request is not valid", "detail": "Did you mean `b`?",
                                 "errors": [{"pointer": "", "message": "Did you mean `b`?", "suggestion": "b"}]}
                                """), PLAIN))
                .containsExactly("The request is not valid", "Did you mean `b`?");
    }

    @Test
    void cutsALongListOfWhatIsAllowed() throws Exception {
        StringBuilder names = new StringBuilder("\"m0\"");
        for (int i = 1; i < 50; i++) {
            names.append(", \"m").append(i).append('"');
        }
        var problem = new ObjectMapper()
                .readTree("{\"title\": \"t\", \"errors\": [{\"message\": \"m\", \"allowed\": [" + names + "]}]}");
        assertThat(ProblemText.lines(problem, PLAIN).getLast()).endsWith("m19, … (50 in all)");
    }

    @Test
    void survivesADocumentThatIsNoProblem() throws Exception {
        assertThat(ProblemText.lines(new ObjectMapper().readTree("{}"), PLAIN)).containsExactly("–");
    }
}
