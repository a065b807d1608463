package io.plumbline.spec.read;

import io.plumbline.spec.NearestName;
import io.plumbline.spec.problem.FieldError;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Collects faults in the order found. A hostile document gets no more than a page of them. */
final class Faults {
    private static final int MOST = 100;
    private static final int QUOTED_LENGTH = 60;

    private final List<FieldError> errors = new ArrayList<>();

    void add(String pointer, String code, String message) {
        add(FieldError.of(pointer, code, message));
    }

    /** A name that is not among the allowed ones; the nearest of them is suggested. */
    void addUnknown(String pointer, String code, String message, String given, Collection<String> allowed) {
        String suggestion = NearestName.find(given, allowed).orElse(null);
        String hint = suggestion == null ? "" : " Did you mean `%s`?".formatted(suggestion);
        add(new FieldError(pointer, code, message + hint, List.copyOf(allowed), suggestion));
    }

    void add(FieldError error) {
        if (errors.size() < MOST) {
            errors.add(error);
        }
    }

    boolean isEmpty() {
        return errors.isEmpty();
    }

    int count() {
        return errors.size();
    }

    List<FieldError> all() {
        return List.copyOf(errors);
    }

    /** What the caller wrote, short and harmless enough to stand in a message. */
    static String quoted(String text) {
        String harmless = text.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}]", "?");
        return harmless.length() <= QUOTED_LENGTH ? harmless : harmless.substring(0, QUOTED_LENGTH) + "…";
    }
}
