package io.plumbline.acceptance.fuzz;

import java.util.List;

/** What to say of the product's answer to a right spec. */
sealed interface Verdict {
    /** All is well. */
    record Fine(String answer) implements Verdict {}

    /**
     * A fault of the product, or of the generator.
     *
     * @param kind what went wrong, the same for specs that fail alike
     * @param messages why the spec was refused, if it was
     */
    record Wrong(String kind, List<String> messages, String answer) implements Verdict {
        /** Whether a part of a failing spec fails for the same reasons, or for some of them. */
        boolean isLike(Wrong whole) {
            return kind.equals(whole.kind) && whole.messages.containsAll(messages);
        }
    }
}
