package io.plumbline.load.run;

import java.util.List;

/** One request and its whole answer. */
@FunctionalInterface
interface Call {
    void make() throws Exception;

    /** All of them in turn, beginning with the one at that place. Not for several threads. */
    static Call cycle(List<Call> calls, int first) {
        int[] next = {first};
        return () -> calls.get(next[0]++ % calls.size()).make();
    }
}
