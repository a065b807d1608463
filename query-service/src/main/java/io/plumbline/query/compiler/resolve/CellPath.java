package io.plumbline.query.compiler.resolve;

import io.plumbline.query.compiler.resolve.Value.Leaf;
import io.plumbline.spec.NearestName;
import io.plumbline.spec.problem.FieldError;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** Where the names of parts lead: {@code numerator}, or {@code spillover_ratio.denominator} of a score's part. */
sealed interface CellPath {

    /** Rows are behind it. {@code names} are those of all parts passed, also where none was asked for. */
    record Found(Leaf leaf, List<String> names) implements CellPath {
        public Found {
            names = List.copyOf(names);
        }
    }

    /** There is no such part. */
    record Lost(FieldError fault) implements CellPath {}

    /** @param part names joined by dots; null for the first part of everything */
    static CellPath follow(Value value, String part) {
        Deque<String> asked = new ArrayDeque<>(part == null ? List.of() : List.of(part.split("\\.", -1)));
        List<String> names = new ArrayList<>();
        Value present = value;
        while (true) {
            Map<String, Value> parts = CellParts.of(present);
            if (asked.isEmpty() && CellParts.whole(present).isPresent()) {
                return new Found(CellParts.whole(present).get(), names);
            }
            String name = asked.isEmpty() ? parts.keySet().iterator().next() : asked.remove();
            if (!parts.containsKey(name)) {
                return new Lost(fault(name, names, parts));
            }
            names.add(name);
            present = parts.get(name);
        }
    }

    private static FieldError fault(String name, List<String> before, Map<String, Value> parts) {
        String where = before.isEmpty() ? "The measure" : "`" + String.join(".", before) + "`";
        if (parts.isEmpty()) {
            return FieldError.of("/part", "unknown_part", where + " has no parts; leave this one out.");
        }
        List<String> allowed = List.copyOf(parts.keySet());
        String suggestion = NearestName.find(name, allowed).orElse(null);
        String hint = suggestion == null ? "" : " Did you mean `" + suggestion + "`?";
        String message = where + " has no such part; it has " + String.join(", ", allowed) + "." + hint;
        return new FieldError("/part", "unknown_part", message, allowed, suggestion);
    }
}
