package io.plumbline.catalog.interop;

import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.catalog.interop.ImportReport.Item;
import io.plumbline.catalog.interop.file.Reading;
import io.plumbline.catalog.lifecycle.Outcome;
import io.plumbline.spec.problem.FieldError;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The metrics of a file: in the order in which they can be defined, and in the order of the file. */
final class ImportItems {
    private final List<Reading> readings;
    private final List<Reading.Taken> taken;

    ImportItems(List<Reading> readings) {
        this.readings = List.copyOf(readings);
        var ordered = new LinkedHashSet<Reading.Taken>();
        taken().forEach(one -> add(one, ordered, new LinkedHashSet<>()));
        this.taken = List.copyOf(ordered);
    }

    /** Those that have a counterpart here; what is made of others comes after them. */
    List<Reading.Taken> inOrder() {
        return taken;
    }

    /** @param outcomes of {@link #inOrder()} */
    List<Item> items(List<Outcome> outcomes) {
        return readings.stream()
                .map(reading -> switch (reading) {
                    case Reading.Refused it -> refused(reading, List.of(), List.of(it.error()));
                    case Reading.Taken it -> item(it, outcomes.get(taken.indexOf(it)));
                })
                .toList();
    }

    private static Item item(Reading.Taken reading, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Written it -> done(reading, it.change(), it.metric().id());
            case Outcome.Unchanged it ->
                done(reading, ImportReport.UNCHANGED, it.metric().id());
            case Outcome.Refused it ->
                refused(
                        reading,
                        reading.assumed(),
                        it.errors().stream()
                                .map(error -> placed(error, reading))
                                .toList());
        };
    }

    private static Item done(Reading.Taken reading, String result, String metric) {
        return new Item(reading.name(), reading.pointer(), result, metric, reading.assumed(), List.of());
    }

    private static Item refused(Reading reading, List<String> assumed, List<FieldError> errors) {
        return new Item(reading.name(), reading.pointer(), ImportReport.REFUSED, null, assumed, errors);
    }

    private static FieldError placed(FieldError error, Reading.Taken reading) {
        return new FieldError(
                reading.place(error.pointer()), error.code(), error.message(), error.allowed(), error.suggestion());
    }

    private void add(Reading.Taken one, Set<Reading.Taken> ordered, Set<Reading.Taken> above) {
        if (ordered.contains(one) || !above.add(one)) {
            return;
        }
        Set<String> parts = parts(one.definition().path("computation"));
        taken().stream()
                .filter(other -> parts.contains(other.definition().path("name").asText()))
                .forEach(other -> add(other, ordered, above));
        ordered.add(one);
    }

    private List<Reading.Taken> taken() {
        return readings.stream()
                .filter(Reading.Taken.class::isInstance)
                .map(Reading.Taken.class::cast)
                .toList();
    }

    /** The metrics that a computation names; the definition may still be unsound. */
    private static Set<String> parts(JsonNode computation) {
        var parts = new ArrayList<>(computation.findValuesAsText("metric"));
        parts.add(computation.path("numerator").asText());
        parts.add(computation.path("denominator").asText());
        return Set.copyOf(parts);
    }
}
