package io.plumbline.acceptance.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Scores the question set on the demo data by what the translated specs answer, not by how they are written. */
@ExtendWith(RunningProduct.class)
class QuestionScoreTest {
    private static final String TENANT = "demo";
    private static final double FLOOR = 0.9;

    private final Product product;
    private final ObjectMapper json = new ObjectMapper();

    QuestionScoreTest(Product product) {
        this.product = product;
    }

    @Test
    void translatesTheQuestionSet() throws IOException {
        List<String> missed = new ArrayList<>();
        int all = 0;
        for (JsonNode question : questions()) {
            all++;
            String fault = fault(question);
            if (fault != null) {
                missed.add(question.get("id").asText() + " "
                        + question.get("question").asText() + ": " + fault);
            }
        }
        int right = all - missed.size();
        double score = right / (double) all;
        System.out.printf(Locale.ROOT, "question score: %d/%d (%.1f %%)%n", right, all, 100 * score);
        missed.forEach(m -> System.out.println("missed " + m));
        assertThat(all).isGreaterThanOrEqualTo(100);
        assertThat(score).as("missed: %s", String.join("\n", missed)).isGreaterThanOrEqualTo(FLOOR);
    }

    private List<JsonNode> questions() throws IOException {
        Path folder = Path.of(
                System.getProperty("plumbline.root"), "translator-service", "src", "test", "resources", "questions");
        List<JsonNode> questions = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".jsonl")).sorted().toList()) {
                for (String line : Files.readAllLines(file)) {
                    if (!line.isBlank()) {
                        questions.add(json.readTree(line));
                    }
                }
            }
        }
        return questions;
    }

    /** Null where the answer is right. */
    private String fault(JsonNode question) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.set("question", question.get("question"));
        body.set("now", question.get("now"));
        if (question.has("timezone")) {
            body.set("timezone", question.get("timezone"));
        }
        Reply reply = product.post("/analytics/translate", product.tokens().viewer(TENANT), body.toString());
        if (question.path("refuse").asBoolean()) {
            return reply.status() == 422 && reply.code().equals("cannot_answer") ? null : "not refused";
        }
        if (reply.status() != 200) {
            return "answers " + reply.status() + " " + reply.code();
        }
        JsonNode spec = reply.json().at("/data/spec");
        return sameRows(question.get("spec"), spec) ? null : "translated to " + spec;
    }

    private boolean sameRows(JsonNode expected, JsonNode translated) {
        try {
            return same(rows(expected), rows(translated));
        } catch (AssertionError e) {
            return false;
        }
    }

    /** Nearly: what still goes on, such as open blocked time, grows between two runs. */
    private static boolean same(List<List<Object>> expected, List<List<Object>> actual) {
        return expected.size() == actual.size()
                && IntStream.range(0, expected.size()).allMatch(i -> sameRow(expected.get(i), actual.get(i)));
    }

    private static boolean sameRow(List<Object> expected, List<Object> actual) {
        return expected.size() == actual.size()
                && IntStream.range(0, expected.size())
                        .allMatch(i -> Comparer.sameValue(expected.get(i), actual.get(i)));
    }

    /** The values of the rows in order; how a column is called is the spec's own matter. */
    private List<List<Object>> rows(JsonNode spec) {
        List<List<Object>> rows = new ArrayList<>();
        for (Map<String, Object> row : Results.rows(product.run(TENANT, spec))) {
            rows.add(new ArrayList<>(row.values()));
        }
        return rows;
    }
}
