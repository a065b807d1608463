package io.plumbline.acceptance.relation;

import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.acceptance.product.Product;
import io.plumbline.acceptance.product.Reply;
import io.plumbline.acceptance.product.Results;
import java.util.List;
import java.util.Map;

/** Asks the product as one tenant. */
final class Asker {
    private final Product product;
    private final String token;

    Asker(Product product, String tenant) {
        this.product = product;
        this.token = product.tokens().viewer(tenant);
    }

    List<Map<String, Object>> rows(JsonNode spec) {
        return Results.rows(ask("/analytics/run", spec));
    }

    private JsonNode ask(String path, JsonNode spec) {
        Reply reply = product.post(path, token, spec.toString());
        if (reply.status() != 200) {
            throw new AssertionError(reply.status() + " " + reply.text() + " to " + spec);
        }
        return reply.json();
    }

    /** The only number of an answer of one row. */
    Double number(JsonNode spec, String column) {
        List<Map<String, Object>> rows = rows(spec);
        if (rows.size() != 1) {
            throw new AssertionError(rows.size() + " rows for " + spec);
        }
        return (Double) rows.getFirst().get(column);
    }

    /** The sum of what all issues behind a cell contribute. */
    double behind(JsonNode cell) {
        return ask("/analytics/drill", cell).at("/data/value_sum").asDouble();
    }
}
