package io.plumbline.acceptance.fuzz;

/**
 * A spec that the product dealt with wrongly.
 *
 * @param kind what went wrong in a few words, the same for all specs that fail in the same way
 * @param seed what makes the spec again
 * @param spec the whole body
 * @param shrunk the smallest part of it that fails in the same way; null where it can't be taken apart
 * @param answer what the product said
 */
record Finding(String kind, long seed, String spec, String shrunk, String answer) {
    private static final int LONGEST = 20_000;

    @Override
    public String toString() {
        return "%n%s (seed %d)%n  spec:   %s%n  shrunk: %s%n  answer: %s%n"
                .formatted(kind, seed, cut(spec), shrunk == null ? "-" : cut(shrunk), cut(answer));
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "… (" + text.length() + " characters)";
    }
}
