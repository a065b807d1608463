package io.plumbline.catalog.tenant;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;

/**
 * A tenant's own settings on top of the catalog. Names and numbers only, never an expression.
 *
 * @param parameters metric to parameter to the default that the tenant wants
 * @param hidden metrics that lists, search and questions leave out; a spec that names one still runs
 * @param synonyms metric or dimension to further words that lead to it
 * @param calendar what counts as a working day; null means the standard calendar
 */
public record Overlay(
        Map<String, Map<String, Integer>> parameters,
        List<String> hidden,
        Map<String, List<String>> synonyms,
        @JsonInclude(JsonInclude.Include.NON_NULL) CalendarSettings calendar) {
    /** The overlay that changes nothing. */
    public static final Overlay EMPTY = new Overlay(Map.of(), List.of(), Map.of(), null);

    public Overlay {
        parameters = parameters == null ? Map.of() : Ordered.copyOf(parameters, Ordered::copyOf);
        hidden = hidden == null ? List.of() : List.copyOf(hidden);
        synonyms = synonyms == null ? Map.of() : Ordered.copyOf(synonyms, List::copyOf);
    }
}
