package io.plumbline.spec.read;

import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.spec.Dimension;
import io.plumbline.spec.Granularity;
import io.plumbline.spec.Measure;
import io.plumbline.spec.SpecLimits;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.stream.StreamSupport;

/**
 * The columns that the answer will have. They are taken from the document rather than from what could be read of it, so
 * that a fault elsewhere hides no repeated column.
 */
final class AnswerColumns {
    private static final List<String> COMPARED = List.of("__previous", "__delta", "__delta_pct");
    /** What an answer by sprint has beside the day. */
    private static final List<String> OF_SPRINTS =
            List.of(Dimension.METRIC_TIME + "__sprint", Dimension.METRIC_TIME + "__board");

    private static final String VALUES_BEHIND = "__n";

    private final SequencedSet<String> names = new LinkedHashSet<>();
    /** Whether each measure and dimension has a name; where one has none, an unknown column is no further fault. */
    private boolean complete = true;

    private AnswerColumns() {}

    /** Notes repeated columns. */
    static AnswerColumns of(Place root) {
        AnswerColumns columns = new AnswerColumns();
        columns.addDimensions(root);
        columns.addMeasures(root);
        return columns;
    }

    /** A column's name in {@code sort} or {@code chart}. */
    Optional<String> read(Place place) {
        return Texts.column(place).filter(name -> {
            boolean known = !complete || names.contains(name);
            if (!known) {
                place.faults()
                        .addUnknown(
                                place.pointer(),
                                FaultCodes.UNKNOWN_COLUMN,
                                "The answer has no column `%s`.".formatted(name),
                                name,
                                names);
            }
            return known;
        });
    }

    private void addDimensions(Place root) {
        for (Place dimension : list(root.member("dimensions"), SpecLimits.DIMENSIONS)) {
            Place field = dimension.value().isObject() ? dimension.member("field") : dimension;
            add(field, text(field.value()), "`%s` is grouped by already; keep one.");
        }
        JsonNode granularity = root.value().at("/time/granularity");
        if (granularity.isTextual()) {
            names.add(Dimension.METRIC_TIME);
        }
        if (goesBySprint(root.value())) {
            names.addAll(OF_SPRINTS);
        }
    }

    private static boolean goesBySprint(JsonNode root) {
        JsonNode implied = root.at("/time/granularity");
        return StreamSupport.stream(root.path("dimensions").spliterator(), false)
                        .anyMatch(dimension -> isSprint(dimension.path("granularity")))
                || isSprint(implied);
    }

    private static boolean isSprint(JsonNode granularity) {
        return granularity.asText().equals(Granularity.SPRINT.wireName());
    }

    private void addMeasures(Place root) {
        boolean compared = root.value().at("/time/compare").isTextual();
        for (Place measure : list(root.member("measures"), SpecLimits.MEASURES)) {
            Place as = measure.member("as");
            Place name = measure.member("name");
            Optional<String> column =
                    as.isAbsent() ? text(name.value()).map(Measure::of).map(Measure::column) : text(as.value());
            add(as.isAbsent() ? name : as, column, "A column `%s` is there already; name this one with `as`.");
            if (compared) {
                column.ifPresent(bare -> COMPARED.forEach(ending -> names.add(bare + ending)));
            }
            if (measure.value().path("n").booleanValue()) {
                column.ifPresent(bare -> names.add(bare + VALUES_BEHIND));
            }
        }
    }

    private void add(Place place, Optional<String> name, String duplicate) {
        if (name.isEmpty()) {
            complete = false;
        } else if (!names.add(name.get())) {
            place.fault(FaultCodes.DUPLICATE, duplicate.formatted(Faults.quoted(name.get())));
        }
    }

    private List<Place> list(Place place, int most) {
        boolean usable =
                !place.isAbsent() && place.value().isArray() && place.value().size() <= most;
        complete &= usable || place.isAbsent();
        return usable ? place.items(most) : List.of();
    }

    private static Optional<String> text(JsonNode value) {
        return Optional.ofNullable(value).filter(JsonNode::isTextual).map(JsonNode::textValue);
    }
}
