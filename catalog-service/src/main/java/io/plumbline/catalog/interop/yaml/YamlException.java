package io.plumbline.catalog.interop.yaml;

/** A text is no YAML that we take. The message says why, in plain words. */
public final class YamlException extends Exception {
    private final String code;

    YamlException(String code, String message) {
        super(message);
        this.code = code;
    }

    /** The stable name of the fault, for example {@code duplicate_key}. */
    public String code() {
        return code;
    }
}
