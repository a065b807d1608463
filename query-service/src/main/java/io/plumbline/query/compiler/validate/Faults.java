package io.plumbline.query.compiler.validate;

import io.plumbline.spec.NearestName;
import io.plumbline.spec.problem.FieldError;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Collects what is wrong, in the order found. */
final class Faults {
    private static final int QUOTED_LENGTH = 60;

    private final List<FieldError> errors = new ArrayList<>();

    void add(String pointer, String code, String message) {
        errors.add(FieldError.of(pointer, code, message));
    }

    /** Something that is known, but does not fit here. */
    void misfit(String pointer, String code, String message, Collection<String> allowed) {
        errors.add(new FieldError(pointer, code, message, List.copyOf(allowed), null));
    }

    /** A name or value that is none of the allowed; the nearest of them is suggested. */
    void unknown(String pointer, String code, String message, String given, Collection<String> allowed) {
        String suggestion = NearestName.find(given, allowed).orElse(null);
        String hint = suggestion == null ? "" : " Did you mean `" + suggestion + "`?";
        errors.add(new FieldError(pointer, code, message + hint, List.copyOf(allowed), suggestion));
    }

    List<FieldError> all() {
        return List.copyOf(errors);
    }

    /** What the caller wrote, short and harmless enough to stand in a message. */
    static String quoted(String text) {
        String harmless = text.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}]", "?");
        String shown = harmless.length() <= QUOTED_LENGTH ? harmless : harmless.substring(0, QUOTED_LENGTH) + "…";
        return "`" + shown + "`";
    }
}
