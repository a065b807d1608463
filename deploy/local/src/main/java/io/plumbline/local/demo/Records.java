package io.plumbline.local.demo;

import io.plumbline.spec.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes NDJSON lines: each a tracker object and its kind. */
final class Records {
    private final OutputStream out;

    Records(OutputStream out) {
        this.out = out;
    }

    void write(String kind, Map<String, Object> data) throws IOException {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("kind", kind);
        line.put("data", data);
        out.write(Json.mapper().writeValueAsBytes(line));
        out.write('\n');
    }
}
