package io.plumbline.query.compiler.words;

import io.plumbline.query.compiler.Compiling;
import java.util.List;

/** The words of a spec, with single quotes for double ones. */
final class Say {
    private Say() {}

    static List<String> words(String spec) {
        return Compiling.query(spec).words();
    }

    /** Of the number of created issues, with more members of the spec. */
    static List<String> created(String members) {
        return words("{'measures': [{'name': 'created'}], " + members + "}");
    }
}
