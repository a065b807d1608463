package io.plumbline.acceptance.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.acceptance.history.Chance;
import io.plumbline.acceptance.history.RandomHistory;
import io.plumbline.acceptance.history.RawIssue;
import io.plumbline.acceptance.history.RawStatus;
import io.plumbline.acceptance.history.RawTracker;
import io.plumbline.acceptance.oracle.query.Dim;
import io.plumbline.acceptance.oracle.query.Query;
import io.plumbline.acceptance.spec.RandomSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is asked for depends on the records alone: not on their order, nor on how often they came. */
@ExtendWith(RunningProduct.class)
class ImportsTest {
    private static final int SPECS = 25;

    private final Product product;

    ImportsTest(Product product) {
        this.product = product;
    }

    @Test
    void theOrderOfLinesDoesNotMatter() {
        Workers.each(500, 4, seed -> {
            String straight = product.freshTenant();
            String mixed = product.freshTenant();
            for (RawTracker tracker : RandomHistory.of(seed)) {
                product.load(straight, tracker.instance(), tracker.lines());
                product.load(mixed, tracker.instance(), new Chance(seed).shuffled(tracker.lines()));
            }
            requireSameAnswers(straight, mixed, seed);
        });
    }

    @Test
    void issuesMayComeBeforeTheirStatusesAndSprints() {
        Workers.each(510, 3, seed -> {
            String whole = product.freshTenant();
            String pieces = product.freshTenant();
            for (RawTracker tracker : RandomHistory.of(seed)) {
                product.load(whole, tracker.instance(), tracker.lines());
                List<JsonNode> backwards = tracker.lines().reversed();
                int half = backwards.size() / 2;
                product.load(pieces, tracker.instance(), backwards.subList(0, half));
                product.load(pieces, tracker.instance(), backwards.subList(half, backwards.size()));
            }
            requireSameAnswers(whole, pieces, seed);
        });
    }

    @Test
    void importingTwiceChangesNothing() {
        Workers.each(520, 3, seed -> {
            String once = product.freshTenant();
            String twice = product.freshTenant();
            for (RawTracker tracker : RandomHistory.of(seed)) {
                product.load(once, tracker.instance(), tracker.lines());
                product.load(twice, tracker.instance(), tracker.lines());
                product.load(twice, tracker.instance(), tracker.lines());
            }
            requireSameAnswers(once, twice, seed);
        });
    }

    @Test
    void anOlderVersionOfAnIssueDoesNotUndoTheNewer() {
        RawIssue issue = RawIssue.of(1, "2025-01-01T09:00:00Z");
        List<JsonNode> older = new RawTracker("main").with(issue).lines();
        issue.at("2025-01-02T09:00:00Z").status(RawStatus.DONE).saved();
        List<JsonNode> newer = new RawTracker("main").with(issue).lines();
        String tenant = product.freshTenant();
        product.load(tenant, "main", newer);
        product.load(tenant, "main", older);
        assertThat(closed(tenant)).isEqualTo(1.0);
    }

    @Test
    void badLinesAreToldAndTheRestIsImported() {
        RawTracker tracker = new RawTracker("main")
                .with(RawIssue.of(1, "2025-01-01T09:00:00Z")
                        .at("2025-01-02T09:00:00Z")
                        .status(RawStatus.DONE)
                        .saved());
        List<String> lines = new ArrayList<>();
        tracker.lines().forEach(l -> lines.add(l.toString()));
        lines.add(2, "this is no JSON");
        lines.add(4, "{\"kind\":\"unicorn\",\"data\":{}}");
        lines.add("{\"kind\":\"issue\",\"data\":{\"id\":\"7\"}}");
        String tenant = product.freshTenant();
        JsonNode report = product.load(tenant, "main", String.join("\n", lines));
        assertThat(report.path("lines_rejected").asInt()).isEqualTo(3);
        assertThat(report.path("rejections"))
                .extracting(r -> r.path("line").asInt())
                .containsExactly(3, 5, lines.size());
        assertThat(closed(tenant)).isEqualTo(1.0);
    }

    private Object closed(String tenant) {
        ObjectNode spec = JsonNodeFactory.instance.objectNode();
        spec.putArray("measures").addObject().put("name", "closed");
        return Results.rows(product.run(tenant, spec)).getFirst().get("closed");
    }

    private void requireSameAnswers(String one, String other, long seed) {
        RandomSpec specs = new RandomSpec(new Chance(seed));
        List<ObjectNode> asked =
                IntStream.range(0, SPECS).mapToObj(i -> specs.make()).toList();
        assertThat(asked).allSatisfy(spec -> {
            List<Map<String, Object>> first = Results.rows(product.run(one, spec));
            Query query = Query.read(spec);
            List<String> keys = query.dims().stream().map(Dim::field).toList();
            List<String> differences = new Comparer(keys, Difference.slack(query))
                    .differences(first, Results.rows(product.run(other, spec)));
            assertThat(differences).as("seed %d, spec %s", seed, spec).isEmpty();
        });
    }
}
