package io.plumbline.local.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes NDJSON lines: each a tracker object and its kind. */
final class Records {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final OutputStream out;

    Records(OutputStream out) {
        this.out = out;
    }

    void write(String kind, Map<String, Object> data) throws IOException {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("kind", kind);
        line.put("data", data);
        out.write(JSON.writeValueAsBytes(line));
        out.write('\n');
    }
}
