package io.plumbline.jobs.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.jobs.tracker.HistoryItem;
import io.plumbline.jobs.tracker.IssueRecord;
import java.util.List;

/** Finds whether an issue is flagged as impeded. Any value of the field counts as a flag. */
final class FlagField {
    private final List<String> fields;

    FlagField(String mapped, DetectedFields detected) {
        this.fields = mapped != null ? List.of(mapped) : detected.flags();
    }

    boolean isContinuedBy(FlagField next) {
        return next.fields.equals(fields);
    }

    FieldReading<Boolean> read(IssueRecord issue) {
        List<HistoryItem> items = issue.history().stream()
                .filter(item -> fields.stream().anyMatch(field -> item.isOf(field, "Flagged")))
                .toList();
        boolean present = fields.stream().anyMatch(field -> isSet(issue.custom().get(field)));
        return new FieldReading<>(present, items, FlagField::isSet);
    }

    private static boolean isSet(JsonNode node) {
        if (node == null || node.isNull()) {
            return false;
        }
        if (node.isContainerNode()) {
            return !node.isEmpty();
        }
        return node.isBoolean() ? node.booleanValue() : !node.asText().isBlank();
    }

    private static boolean isSet(FieldValue value) {
        String text = value.textOrId();
        return text != null && !text.equals("[]");
    }
}
