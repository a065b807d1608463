package io.plumbline.spec.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * One version of a metric.
 *
 * @param name for example {@code velocity}
 * @param version semantic version; {@code velocity@1} names the newest active 1.x.y
 * @param displayName for people
 * @param description what it counts, when, and what it leaves out; in full sentences
 * @param category one of throughput, lead_time, sprint_health, quality, capacity, composite
 * @param unit issues, points, sprints, days, hours, ratio, score
 * @param tags free words for lists and search
 * @param synonyms other words people use for it
 * @param examples questions it answers
 * @param parameters what a measure's {@code params} may set
 * @param computation how the number is made
 * @param additivity which sums of its numbers mean something, with its own aggregation
 * @param listed false for a building block of other metrics: it can be queried, but lists and suggestions leave it out
 * @param active false for a version that can no longer be queried
 * @param deprecatedSince the catalog version since which using it warns; null when not deprecated
 * @param replacedBy what to use in its place; null when not deprecated
 * @param tested whether an oracle test covers it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MetricDefinition(
        String name,
        String version,
        String displayName,
        String description,
        String category,
        String unit,
        List<String> tags,
        List<String> synonyms,
        List<String> examples,
        List<Parameter> parameters,
        Computation computation,
        Additivity additivity,
        boolean listed,
        boolean active,
        String deprecatedSince,
        String replacedBy,
        boolean tested) {
    public MetricDefinition {
        tags = tags == null ? List.of() : List.copyOf(tags);
        synonyms = synonyms == null ? List.of() : List.copyOf(synonyms);
        examples = examples == null ? List.of() : List.copyOf(examples);
        parameters = parameters == null ? List.of() : List.copyOf(parameters);
    }

    /** {@code name@version}, as answers quote it. */
    public String id() {
        return name + "@" + version;
    }

    /** The major version, which a measure's name may carry. */
    public int majorVersion() {
        return Integer.parseInt(version.substring(0, version.indexOf('.')));
    }

    /**
     * A whole number that a measure may set.
     *
     * @param defaultValue used where the measure sets none
     * @param minimum smallest allowed value, inclusive
     * @param maximum largest allowed value, inclusive
     */
    public record Parameter(String name, String description, int defaultValue, int minimum, int maximum) {}
}
