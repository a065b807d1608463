package io.plumbline.query.cache.kept;

/** The bytes of an answer in JSON, without what differs from one giving of it to the next. Nobody changes them. */
public final class Content {
    private final byte[] data;
    private final byte[] meta;
    private final byte[] warnings;

    /**
     * @param data up to the total of rows
     * @param meta its members without braces
     * @param warnings the sentences without brackets
     */
    public Content(byte[] data, byte[] meta, byte[] warnings) {
        this.data = data;
        this.meta = meta;
        this.warnings = warnings;
    }

    public byte[] data() {
        return data;
    }

    public byte[] meta() {
        return meta;
    }

    public byte[] warnings() {
        return warnings;
    }

    /** Bytes in all. */
    public int length() {
        return data.length + meta.length + warnings.length;
    }
}
