package io.plumbline.translator.offline.read;

import io.plumbline.translator.offline.vocabulary.Keyword;
import io.plumbline.translator.offline.vocabulary.Meaning;
import io.plumbline.translator.offline.vocabulary.Meaning.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Decides which dimension a value belongs to, by the words around it. */
final class ValueReading {
    private static final Set<String> PROJECT = Set.of("project_key", "project_name");
    private static final Set<String> PEOPLE = Set.of("assignee", "reporter");

    private final Scan scan;

    ValueReading(Scan scan) {
        this.scan = scan;
    }

    /** Whether an item is meant as a value: by its first meaning, or because a dimension's name stands beside it. */
    boolean isValue(int i) {
        return scan.free(i) && (meantFirst(i) || hint(i).isPresent());
    }

    /** Whether an item can be a value at all. */
    boolean canBeValue(int i) {
        return scan.free(i) && candidates(i).stream().anyMatch(value -> !value.weak());
    }

    /** Whether "bugs" stands in a list with other issue types. */
    boolean isListedBug(int i) {
        boolean before = isJoint(i + 1) && candidate(i + 2, "issue_type").isPresent();
        boolean after = isJoint(i - 1) && candidate(i - 2, "issue_type").isPresent();
        return scan.free(i) && scan.is(i, Keyword.BUG) && (before || after);
    }

    /**
     * The value of an item.
     *
     * @param previous the dimension of the value before it in a list; null at the start of a list
     */
    Optional<Value> value(int i, String previous) {
        if (scan.is(i, Keyword.BUG)) {
            return Optional.of(candidate(i, "issue_type").orElse(new Value("issue_type", "Bug", false)));
        }
        return hint(i).flatMap(field -> candidate(i, field))
                .or(() -> previous == null ? Optional.empty() : candidate(i, previous))
                .or(() -> byRole(i))
                .or(() -> candidates(i).stream().filter(v -> !v.weak()).findFirst());
    }

    /** The value that an item is of a dimension, or of one of its kind. */
    Optional<Value> candidate(int i, String field) {
        return candidates(i).stream().filter(v -> sameKind(v.field(), field)).findFirst();
    }

    /** The place of the dimension's name that goes with a value: before it, or after the list it stands in. */
    Optional<Integer> nameOf(int i) {
        if (fits(i, i - 1)) {
            return Optional.of(i - 1);
        }
        int j = i + 1;
        while (isJoint(j) || !candidates(j).isEmpty()) {
            j++;
        }
        return fits(i, j) && scan.free(j) && !isJoint(j - 1) ? Optional.of(j) : Optional.empty();
    }

    boolean isJoint(int i) {
        return scan.isAny(i, Keyword.AND, Keyword.OR, Keyword.COMMA);
    }

    private boolean meantFirst(int i) {
        return scan.item(i).meanings().getFirst() instanceof Value value && !value.weak();
    }

    private Optional<String> hint(int i) {
        return nameOf(i).flatMap(at -> scan.find(at, Meaning.Grouping.class)).map(Meaning.Grouping::field);
    }

    private boolean fits(int valueAt, int nameAt) {
        return scan.find(nameAt, Meaning.Grouping.class)
                .filter(name -> candidate(valueAt, name.field()).isPresent())
                .isPresent();
    }

    private Optional<Value> byRole(int i) {
        boolean person = candidates(i).stream().anyMatch(v -> PEOPLE.contains(v.field()));
        if (!person) {
            return Optional.empty();
        }
        var field = isReporter(i) ? "reporter" : "assignee";
        return candidates(i).stream().filter(v -> v.field().equals(field)).findFirst();
    }

    // "created by Ana", "did Ana create", "raised by Ben or Chloe": the one who reported it.
    private boolean isReporter(int i) {
        boolean createdBy = scan.is(i - 1, Keyword.BY) && isCreation(i - 2);
        int after = i + 1;
        while (isJoint(after) || candidates(after).stream().anyMatch(v -> PEOPLE.contains(v.field()))) {
            after++;
        }
        boolean asks = scan.holds(Keyword.DID);
        boolean creates = isCreation(after) || (asks && scan.isAny(after, Keyword.REPORT, Keyword.OPEN));
        return createdBy || (creates && !scan.is(i - 1, Keyword.BY));
    }

    private boolean isCreation(int i) {
        return scan.find(i, Meaning.Metric.class)
                .filter(metric -> metric.name().equals("created"))
                .isPresent();
    }

    private List<Value> candidates(int i) {
        return scan.within(i)
                ? scan.item(i).meanings().stream()
                        .filter(Value.class::isInstance)
                        .map(Value.class::cast)
                        .toList()
                : List.of();
    }

    private static boolean sameKind(String a, String b) {
        return a.equals(b) || (PROJECT.contains(a) && PROJECT.contains(b));
    }
}
