package io.plumbline.catalog.version;

import io.plumbline.catalog.definition.SemanticVersion;
import io.plumbline.catalog.tenant.Copies;
import io.plumbline.catalog.tenant.Versions;
import io.plumbline.spec.catalog.MetricDefinition;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Which versions of a metric can be queried: one of each major version, and of the majors the newest and two more. Older
 * ones are retired when a newer one becomes active.
 */
public final class Activation {
    /** How many major versions of a metric can be queried beside each other. */
    public static final int MAJORS = 3;

    private Activation() {}

    /**
     * The versions as they are once this one is active.
     *
     * @param versions all versions of one metric, this one among them or not
     */
    public static List<MetricDefinition> activate(List<MetricDefinition> versions, MetricDefinition chosen) {
        List<Integer> kept = newestMajors(versions, chosen);
        return Stream.concat(
                        versions.stream()
                                .filter(other -> !other.id().equals(chosen.id()))
                                .map(other -> Copies.active(
                                        other,
                                        other.active()
                                                && other.majorVersion() != chosen.majorVersion()
                                                && kept.contains(other.majorVersion()))),
                        Stream.of(Copies.active(chosen, true)))
                .sorted(Comparator.comparing(Versions::of))
                .toList();
    }

    /** Whether the version may be active beside the newer ones that are. */
    public static boolean isRecent(List<MetricDefinition> versions, MetricDefinition chosen) {
        return newestMajors(versions, chosen).contains(chosen.majorVersion());
    }

    /**
     * The version that a new one follows: the newest of the same major version, else the newest of all.
     *
     * @param versions all versions of the metric; never empty
     */
    public static MetricDefinition predecessor(List<MetricDefinition> versions, SemanticVersion next) {
        Comparator<MetricDefinition> order = Comparator.comparing(Versions::of);
        return versions.stream()
                .filter(version -> version.majorVersion() == next.major())
                .max(order)
                .orElseGet(() -> versions.stream().max(order).orElseThrow());
    }

    private static List<Integer> newestMajors(List<MetricDefinition> versions, MetricDefinition chosen) {
        var majors = new TreeSet<Integer>(Comparator.reverseOrder());
        majors.add(chosen.majorVersion());
        versions.stream().filter(MetricDefinition::active).forEach(it -> majors.add(it.majorVersion()));
        return majors.stream().limit(MAJORS).toList();
    }
}
