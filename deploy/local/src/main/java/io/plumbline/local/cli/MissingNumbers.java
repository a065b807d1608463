package io.plumbline.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.local.terminal.Cells;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Marks the cells of an answer that have no number, by the reason that the answer gives. */
record MissingNumbers(Map<Cell, Reason> reasons) {
    MissingNumbers {
        reasons = Map.copyOf(reasons);
    }

    /** @param emptiness the answer's list of row, column and reason; what this program does not know is left out */
    static MissingNumbers of(JsonNode emptiness) {
        Map<Cell, Reason> reasons = new HashMap<>();
        for (JsonNode missing : emptiness) {
            var cell =
                    new Cell(missing.path("row").asInt(), missing.path("column").asText());
            Reason.find(missing.path("reason").asText()).ifPresent(reason -> reasons.put(cell, reason));
        }
        return new MissingNumbers(reasons);
    }

    /** What the cell shows in place of a number. */
    String mark(int row, String column) {
        Reason reason = reasons.get(new Cell(row, column));
        return reason == null ? Cells.NONE : reason.mark;
    }

    /** What the marks mean that occur; empty where no number is missing. */
    Optional<String> legend() {
        return Optional.of(Arrays.stream(Reason.values())
                        .filter(reasons::containsValue)
                        .map(reason -> reason.mark + " " + reason.meaning)
                        .collect(Collectors.joining(" · ")))
                .filter(legend -> !legend.isEmpty());
    }

    record Cell(int row, String column) {}

    enum Reason {
        NO_DATA("no_data", Cells.NONE, "no data"),
        NOT_APPLICABLE("not_applicable", "÷", "not defined"),
        INSUFFICIENT_N("insufficient_n", "<", "too few values");

        private final String wireName;
        private final String mark;
        private final String meaning;

        Reason(String wireName, String mark, String meaning) {
            this.wireName = wireName;
            this.mark = mark;
            this.meaning = meaning;
        }

        private static Optional<Reason> find(String wireName) {
            return Arrays.stream(values())
                    .filter(reason -> reason.wireName.equals(wireName))
                    .findFirst();
        }
    }
}
