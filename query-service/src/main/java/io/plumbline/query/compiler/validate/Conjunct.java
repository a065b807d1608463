package io.plumbline.query.compiler.validate;

import io.plumbline.spec.Filter;
import java.util.ArrayList;
import java.util.List;

/**
 * One of the filters that must all hold, once the {@code and}s at the top are taken apart. Each picks either rows of the
 * warehouse or rows of the answer.
 *
 * @param pointer to its place in the spec
 */
public record Conjunct(String pointer, Filter filter) {

    /** All of a spec's filters, from left to right. */
    public static List<Conjunct> of(List<Filter> filters) {
        List<Conjunct> conjuncts = new ArrayList<>();
        Subject.each("/filters/", filters, (pointer, filter) -> collect(pointer, filter, conjuncts));
        return conjuncts;
    }

    private static void collect(String pointer, Filter filter, List<Conjunct> conjuncts) {
        if (filter instanceof Filter.All all) {
            Subject.each(pointer + "/and/", all.filters(), (place, part) -> collect(place, part, conjuncts));
        } else {
            conjuncts.add(new Conjunct(pointer, filter));
        }
    }
}
