package io.plumbline.acceptance.fuzz;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.acceptance.history.Chance;
import java.nio.charset.StandardCharsets;

/** One way to spoil a right spec. */
record Mutation(String name, Spoiling spoiling) {
    /** Changes the spec, or gives null where there is nothing to change. */
    @FunctionalInterface
    interface Spoiling {
        byte[] apply(ObjectNode spec, Chance chance);
    }

    /** Changes the document in place; says whether it could. */
    @FunctionalInterface
    interface Edit {
        boolean apply(ObjectNode spec, Chance chance);
    }

    static Mutation of(String name, Edit edit) {
        return new Mutation(name, (spec, chance) -> edit.apply(spec, chance) ? utf8(spec.toString()) : null);
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
