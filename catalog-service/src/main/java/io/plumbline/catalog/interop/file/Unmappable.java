package io.plumbline.catalog.interop.file;

import io.plumbline.spec.problem.FieldError;
import java.util.List;

/** Ends the reading of one metric, or of the file: something in it has no counterpart here. */
public final class Unmappable extends RuntimeException {
    private final transient FieldError error;

    /**
     * @param pointer to the member, from the file's root
     * @param supported what could stand there; empty where that is no list
     */
    public Unmappable(String pointer, String code, String message, List<String> supported) {
        super(message);
        this.error = new FieldError(pointer, code, message, supported, null);
    }

    public Unmappable(String pointer, String code, String message) {
        this(pointer, code, message, List.of());
    }

    public FieldError error() {
        return error;
    }
}
