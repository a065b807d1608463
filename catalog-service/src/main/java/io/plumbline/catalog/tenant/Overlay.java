package io.plumbline.catalog.tenant;

import java.util.List;
import java.util.Map;

/**
 * A tenant's own settings on top of the catalog. Names and numbers only, never an expression.
 *
 * @param parameters metric to parameter to the default that the tenant wants
 * @param hidden metrics that lists, search and questions leave out; a spec that names one still runs
 * @param synonyms metric or dimension to further words that lead to it
 */
public record Overlay(
        Map<String, Map<String, Integer>> parameters, List<String> hidden, Map<String, List<String>> synonyms) {
    /** The overlay that changes nothing. */
    public static final Overlay EMPTY = new Overlay(Map.of(), List.of(), Map.of());

    public Overlay {
        parameters = parameters == null ? Map.of() : Ordered.copyOf(parameters, Ordered::copyOf);
        hidden = hidden == null ? List.of() : List.copyOf(hidden);
        synonyms = synonyms == null ? Map.of() : Ordered.copyOf(synonyms, List::copyOf);
    }
}
