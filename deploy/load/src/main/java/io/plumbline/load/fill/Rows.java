package io.plumbline.load.fill;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;

/** Rows of one tenant in the text form of COPY. Values hold no tab, line break or backslash. */
final class Rows {
    private static final String NULL = "\\N";

    private final Map<Table, StringBuilder> texts = new EnumMap<>(Table.class);
    private final String tenant;
    private long count;

    Rows(String tenant) {
        this.tenant = tenant;
    }

    /** A row of the tenant's one instance; the columns after tenant and instance. */
    void add(Table table, Object... values) {
        StringBuilder text = text(table).append("\tmain");
        for (Object value : values) {
            text.append('\t').append(value == null ? NULL : value);
        }
        text.append('\n');
    }

    /** A row of the tenant itself. */
    void addTenant(Object dataVersion, Object dataAsOf) {
        text(Table.TENANTS)
                .append('\t')
                .append(dataVersion)
                .append('\t')
                .append(dataAsOf)
                .append('\n');
    }

    byte[] of(Table table) {
        return texts.getOrDefault(table, new StringBuilder()).toString().getBytes(StandardCharsets.UTF_8);
    }

    long count() {
        return count;
    }

    private StringBuilder text(Table table) {
        count++;
        return texts.computeIfAbsent(table, _ -> new StringBuilder()).append(tenant);
    }
}
