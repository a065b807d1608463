package io.plumbline.load.compiler;

import io.plumbline.load.shape.Shape;
import io.plumbline.spec.AnalyticsSpec;
import io.plumbline.spec.read.ReadResult;
import io.plumbline.spec.read.SpecReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Specs that differ from each other, so that none was seen just before: a cache of whole specs would gain nothing. They
 * differ in their limit, which changes neither the plan nor the length of the text.
 */
final class Specs {
    private static final int VARIANTS = 900;
    private static final SpecReader READER = SpecReader.interactive();

    private final List<byte[]> texts = new ArrayList<>();
    private final List<AnalyticsSpec> specs = new ArrayList<>();
    private int next;

    Specs(List<Shape> shapes) {
        for (int variant = 0; variant < VARIANTS; variant++) {
            byte[] text = variant(shapes.get(variant % shapes.size()), 100 + variant);
            texts.add(text);
            specs.add(read(text));
        }
    }

    static AnalyticsSpec read(byte[] text) {
        return switch (READER.read(text)) {
            case ReadResult.Valid valid -> valid.spec();
            case ReadResult.Invalid invalid ->
                throw new IllegalStateException("A shape is no spec: " + invalid.errors());
        };
    }

    byte[] nextText() {
        return texts.get(advance());
    }

    AnalyticsSpec nextSpec() {
        return specs.get(advance());
    }

    List<AnalyticsSpec> all() {
        return specs;
    }

    private int advance() {
        next = next + 1 == texts.size() ? 0 : next + 1;
        return next;
    }

    private static byte[] variant(Shape shape, int limit) {
        String json = shape.json().replaceFirst(",\\s*\"limit\":\\s*\\d+", "");
        int end = json.lastIndexOf('}');
        return (json.substring(0, end).stripTrailing() + ",\n  \"limit\": " + limit + "\n}\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
