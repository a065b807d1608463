package io.plumbline.acceptance.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.acceptance.product.Product;
import io.plumbline.acceptance.product.Reply;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Runs and explains a right spec for a tenant and judges the answers. */
record ValidVerdict(Product product, CanaryTenant tenant, Marker marker) {
    private static final Pattern DIGITS = Pattern.compile("\\d+");

    Verdict on(JsonNode spec) {
        Reply run = product.post("/analytics/run", tenant.token(), spec.toString());
        if (run.status() != 200) {
            return refusal("run", run);
        }
        if (tenant.seesForeign(run.text())) {
            return new Verdict.Wrong("run tells of another tenant", List.of(), run.text());
        }
        List<String> unexplained = new MissingNumbers(run.json()).faults();
        if (!unexplained.isEmpty()) {
            return new Verdict.Wrong("missing numbers and their reasons don't match", unexplained, run.text());
        }
        Reply explain = product.post("/analytics/explain", tenant.token(), spec.toString());
        if (explain.status() != 200) {
            return refusal("explain", explain);
        }
        if (explain.json().at("/data/sql").asText().contains(marker.text())) {
            return new Verdict.Wrong("SQL holds a text of the spec", List.of(), explain.text());
        }
        return tenant.seesForeign(explain.text())
                ? new Verdict.Wrong("explain tells of another tenant", List.of(), explain.text())
                : new Verdict.Fine(run.text());
    }

    private static Verdict refusal(String call, Reply reply) {
        List<JsonNode> errors = reply.json() == null
                ? List.of()
                : reply.json().path("errors").valueStream().toList();
        String places = errors.stream()
                .map(e -> DIGITS.matcher(e.path("pointer").asText()).replaceAll("#") + " "
                        + e.path("code").asText())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        List<String> messages =
                errors.stream().map(e -> e.path("message").asText()).toList();
        return new Verdict.Wrong(
                "%s answers %d %s %s".formatted(call, reply.status(), reply.code(), places), messages, reply.text());
    }
}
