package io.plumbline.jobs.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.jobs.tracker.HistoryItem;
import io.plumbline.jobs.tracker.InvalidRecord;
import io.plumbline.jobs.tracker.IssueRecord;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds an issue's story points: one field per issue, the best one that holds or held something. */
final class EstimateField {
    private static final BigDecimal MOST = new BigDecimal(1_000_000_000);
    private static final int MAX_SCALE = 12;

    private final List<String> candidates;
    private final boolean mapped;
    private final Set<String> used = new HashSet<>();

    EstimateField(String mapped, DetectedFields detected) {
        this.mapped = mapped != null;
        this.candidates = mapped != null ? List.of(mapped) : detected.estimates();
    }

    FieldReading<BigDecimal> read(IssueRecord issue) {
        for (String field : candidates) {
            BigDecimal present = ofNode(issue.custom().get(field));
            List<HistoryItem> items =
                    issue.history().stream().filter(item -> isOf(item, field)).toList();
            if (present != null || !items.isEmpty()) {
                used.add(field);
                return new FieldReading<>(present, items, value -> ofText(value.textOrId()));
            }
        }
        return new FieldReading<>(null, List.of(), value -> null);
    }

    /** Whether the other one reads the same from every issue that this one has read; it then stands for both. */
    boolean isContinuedBy(EstimateField next) {
        next.used.addAll(used);
        return next.candidates.containsAll(used)
                && next.candidates.equals(
                        candidates.stream().filter(next.candidates::contains).toList());
    }

    private boolean isOf(HistoryItem item, String field) {
        if (item.fieldId() != null) {
            return item.fieldId().equals(field);
        }
        if (item.field() == null) {
            return false;
        }
        return switch (Role.ofName(item.field())) {
            case STORY_POINTS, STORY_POINT_ESTIMATE -> true;
            case FLAG, SPRINT, OTHER -> mapped && item.field().equalsIgnoreCase(field);
        };
    }

    private static BigDecimal ofNode(JsonNode node) {
        if (node == null || node.isNull()) {
            return null;
        }
        return node.isObject() ? ofNode(node.get("value")) : ofText(node.asText());
    }

    /** The number; null for what is none, because then the field holds something else. */
    private static BigDecimal ofText(String text) {
        if (text == null || text.isBlank() || text.length() > 40) {
            return null;
        }
        BigDecimal number;
        try {
            number = new BigDecimal(text.strip());
        } catch (NumberFormatException e) {
            return null;
        }
        if (number.signum() < 0) {
            throw new InvalidRecord("the story points are negative (%s)".formatted(text));
        }
        if (number.signum() == 0) {
            return BigDecimal.ZERO;
        }
        if (number.compareTo(MOST) > 0 || number.scale() > MAX_SCALE) {
            throw new InvalidRecord("the story points are out of range (%s)".formatted(text));
        }
        BigDecimal plain = number.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }
}
