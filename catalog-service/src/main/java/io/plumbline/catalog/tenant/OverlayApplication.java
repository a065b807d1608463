package io.plumbline.catalog.tenant;

import io.plumbline.spec.catalog.Catalog;
import io.plumbline.spec.catalog.DimensionDefinition;
import io.plumbline.spec.catalog.MetricDefinition;
import io.plumbline.spec.catalog.MetricDefinition.Parameter;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Puts an overlay on a catalog. */
final class OverlayApplication {
    private final Overlay overlay;
    private final Words words;
    private final List<String> setAside;

    private OverlayApplication(Overlay overlay, Words words, List<String> setAside) {
        this.overlay = overlay;
        this.words = words;
        this.setAside = setAside;
    }

    static Catalog apply(Catalog catalog, Overlay overlay, List<String> setAside) {
        var application = new OverlayApplication(overlay, Words.of(catalog), setAside);
        return new Catalog(
                catalog.version(),
                catalog.entities(),
                catalog.dimensions().stream().map(application::dimension).toList(),
                catalog.metrics().stream().map(application::metric).toList(),
                overlay.calendar() == null
                        ? catalog.calendar()
                        : overlay.calendar().calendar());
    }

    private MetricDefinition metric(MetricDefinition metric) {
        var defaults = overlay.parameters().getOrDefault(metric.name(), Map.of());
        MetricDefinition set = Copies.withParameters(
                Copies.withSynonyms(metric, synonyms(metric.name(), metric.synonyms())),
                metric.parameters().stream()
                        .map(parameter -> parameter(metric, parameter, defaults.get(parameter.name())))
                        .toList());
        return overlay.hidden().contains(metric.name()) ? Copies.unlisted(set) : set;
    }

    private Parameter parameter(MetricDefinition metric, Parameter parameter, Integer wanted) {
        if (wanted == null) {
            return parameter;
        }
        if (wanted < parameter.minimum() || wanted > parameter.maximum()) {
            setAside.add("The default %d of %s of %s is out of its range %d to %d."
                    .formatted(wanted, parameter.name(), metric.id(), parameter.minimum(), parameter.maximum()));
            return parameter;
        }
        return new Parameter(
                parameter.name(), parameter.description(), wanted, parameter.minimum(), parameter.maximum());
    }

    private DimensionDefinition dimension(DimensionDefinition it) {
        return new DimensionDefinition(
                it.name(),
                it.displayName(),
                it.description(),
                it.type(),
                it.values(),
                synonyms(it.name(), it.synonyms()),
                it.sources(),
                it.perSprint());
    }

    private List<String> synonyms(String name, List<String> present) {
        List<String> added = overlay.synonyms().getOrDefault(name, List.of()).stream()
                .filter(word -> !present.contains(word) && isFree(word, name))
                .toList();
        return added.isEmpty()
                ? present
                : Stream.concat(present.stream(), added.stream()).toList();
    }

    private boolean isFree(String word, String name) {
        var holder = words.holder(word).filter(other -> !other.equals(name));
        holder.ifPresent(
                other -> setAside.add("The word \"%s\" of %s already leads to %s.".formatted(word, name, other)));
        return holder.isEmpty();
    }
}
