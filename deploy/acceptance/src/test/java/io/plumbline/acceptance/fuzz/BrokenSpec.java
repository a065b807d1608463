package io.plumbline.acceptance.fuzz;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.acceptance.history.Chance;
import java.util.List;
import java.util.stream.Stream;

/** A right spec, spoilt in one way. */
final class BrokenSpec {
    private static final List<Mutation> MUTATIONS = Stream.of(BrokenText.ALL, BrokenShape.ALL, BrokenSense.ALL)
            .flatMap(List::stream)
            .toList();

    private final String how;
    private final byte[] body;

    private BrokenSpec(String how, byte[] body) {
        this.how = how;
        this.body = body;
    }

    /** What was done to it. */
    String how() {
        return how;
    }

    /** What to send; it need not be text. */
    byte[] body() {
        return body;
    }

    static BrokenSpec of(ObjectNode valid, Chance chance) {
        while (true) {
            Mutation mutation = chance.of(0.3) ? chance.any(BrokenShape.ALL) : chance.any(MUTATIONS);
            byte[] body = mutation.spoiling().apply(valid.deepCopy(), chance);
            if (body != null) {
                return new BrokenSpec(mutation.name(), body);
            }
        }
    }
}
