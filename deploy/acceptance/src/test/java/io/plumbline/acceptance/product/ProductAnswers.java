package io.plumbline.acceptance.product;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plumbline.acceptance.history.RawTracker;
import io.plumbline.acceptance.rules.Answers;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** The product's answers, each over a tenant of its own. */
public final class ProductAnswers implements Answers {
    private final Product product;

    public ProductAnswers(Product product) {
        this.product = product;
    }

    @Override
    public List<Map<String, Object>> rows(String spec, RawTracker... trackers) {
        String tenant = product.freshTenant();
        for (RawTracker tracker : trackers) {
            product.load(tenant, tracker.instance(), tracker.lines());
        }
        try {
            List<Map<String, Object>> rows = Results.rows(product.run(tenant, new ObjectMapper().readTree(spec)));
            rows.forEach(r -> r.keySet().removeIf(k -> k.endsWith("__parts")));
            return rows;
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
