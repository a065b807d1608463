package io.plumbline.spec.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * One fault at one place of a request.
 *
 * @param pointer JSON pointer (RFC 6901) to the faulty member; empty for the whole document
 * @param code stable name of the fault, for example {@code unknown_metric}
 * @param message what was wrong and what to do, in plain words; never a class name, SQL or another tenant's value
 * @param allowed what is allowed there; empty where that is no short list
 * @param suggestion the allowed value nearest to the given one; null where none is near
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record FieldError(
        @JsonInclude(JsonInclude.Include.ALWAYS) String pointer,
        String code,
        String message,
        List<String> allowed,
        String suggestion) {
    public FieldError {
        allowed = allowed == null ? List.of() : List.copyOf(allowed);
    }

    /** A fault without a list of allowed values. */
    public static FieldError of(String pointer, String code, String message) {
        return new FieldError(pointer, code, message, List.of(), null);
    }

    /** The same fault in a document that holds this one at the pointer. */
    public FieldError within(String parent) {
        return new FieldError(parent + pointer, code, message, allowed, suggestion);
    }
}
