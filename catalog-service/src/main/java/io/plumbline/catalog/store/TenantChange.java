package io.plumbline.catalog.store;

import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.catalog.tenant.Overlay;
import io.plumbline.spec.Json;
import io.plumbline.spec.catalog.MetricDefinition;
import java.util.List;
import java.util.Locale;

/**
 * A change of a tenant's part, ready to be written.
 *
 * @param metric whose versions change; null where the overlay does
 * @param reason what the caller gave as one; null where nothing
 * @param changed the versions to write; empty where the overlay changes
 * @param overlay the overlay to write; null where versions change
 * @param before what was there, for the history
 * @param after what is there since
 */
public record TenantChange(
        Action action,
        String metric,
        String reason,
        List<MetricDefinition> changed,
        Overlay overlay,
        JsonNode before,
        JsonNode after) {
    /** What was done. */
    public enum Action {
        CREATED,
        UPDATED,
        DEPRECATED,
        ACTIVATED,
        DEACTIVATED,
        OVERLAID;

        /** The name in the history, for example {@code created}. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Versions of one metric change. */
    public static TenantChange ofMetric(
            Action action, String metric, String reason, List<MetricDefinition> before, List<MetricDefinition> after) {
        return new TenantChange(action, metric, reason, after, null, tree(before), tree(after));
    }

    /** The overlay is replaced. */
    public static TenantChange ofOverlay(Overlay before, Overlay after) {
        return new TenantChange(Action.OVERLAID, null, null, List.of(), after, tree(before), tree(after));
    }

    private static JsonNode tree(Object value) {
        return Json.mapper().valueToTree(value);
    }
}
