package io.plumbline.jobs.warehouse;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;

/** Rows in PostgreSQL's COPY text format, gathered in memory. Each value is one column, in the table's order. */
final class CopyRow {
    private static final byte[] NULL = {'\\', 'N'};

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 14);
    private boolean first = true;

    CopyRow text(String value) {
        separate();
        if (value == null) {
            bytes.writeBytes(NULL);
        } else {
            escaped(value);
        }
        return this;
    }

    CopyRow number(long value) {
        return plain(Long.toString(value));
    }

    CopyRow decimal(BigDecimal value) {
        return plain(value == null ? null : value.toPlainString());
    }

    CopyRow truth(boolean value) {
        return plain(value ? "t" : "f");
    }

    CopyRow instant(Instant value) {
        return plain(value == null ? null : value.toString());
    }

    CopyRow binary(byte[] value) {
        return plain("\\\\x" + HexFormat.of().formatHex(value));
    }

    CopyRow array(Collection<String> values) {
        StringBuilder array = new StringBuilder("{");
        for (String value : values) {
            array.append(array.length() == 1 ? "\"" : ",\"");
            array.append(value.replace("\\", "\\\\").replace("\"", "\\\"")).append('"');
        }
        return text(array.append('}').toString());
    }

    void end() {
        bytes.write('\n');
        first = true;
    }

    int size() {
        return bytes.size();
    }

    byte[] take() {
        byte[] rows = bytes.toByteArray();
        bytes.reset();
        return rows;
    }

    private CopyRow plain(String value) {
        separate();
        bytes.writeBytes(value == null ? NULL : value.getBytes(StandardCharsets.US_ASCII));
        return this;
    }

    private void separate() {
        if (!first) {
            bytes.write('\t');
        }
        first = false;
    }

    private void escaped(String value) {
        for (byte b : value.getBytes(StandardCharsets.UTF_8)) {
            switch (b) {
                case '\\' -> write('\\', '\\');
                case '\t' -> write('\\', 't');
                case '\n' -> write('\\', 'n');
                case '\r' -> write('\\', 'r');
                default -> bytes.write(b);
            }
        }
    }

    private void write(char escape, char value) {
        bytes.write(escape);
        bytes.write(value);
    }
}
