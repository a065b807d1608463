package io.plumbline.query.compiler.plan;

import java.util.List;
import java.util.stream.Collectors;

/** Names sprints in a sentence, the first few of many. */
final class SprintList {
    /** The most sprints that a warning reads. */
    static final long MOST = 200;

    private static final int NAMED = 10;

    private SprintList() {}

    static Expr.Bind limit() {
        return new Expr.Bind("limit", Type.INTEGER, MOST);
    }

    static String of(List<String> names) {
        String first = names.stream().limit(NAMED).collect(Collectors.joining(", "));
        return names.size() <= NAMED ? first : first + " and " + (names.size() - NAMED) + " more";
    }
}
