package io.plumbline.acceptance.oracle.query;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** A filter: a test, or tests joined. True or false of any row, never unknown. */
public sealed interface Tree {
    /** One test. */
    record Test(Cond cond) implements Tree {}

    /** All of them hold. */
    record And(List<Tree> parts) implements Tree {}

    /** One of them holds. */
    record Or(List<Tree> parts) implements Tree {}

    /** It does not hold. */
    record Not(Tree part) implements Tree {}

    static Tree read(JsonNode json, ZoneId zone) {
        if (json.has("and")) {
            return new And(all(json.get("and"), zone));
        }
        if (json.has("or")) {
            return new Or(all(json.get("or"), zone));
        }
        return json.has("not") ? new Not(read(json.get("not"), zone)) : new Test(Cond.read(json, zone));
    }

    private static List<Tree> all(JsonNode list, ZoneId zone) {
        List<Tree> all = new ArrayList<>();
        list.forEach(json -> all.add(read(json, zone)));
        return all;
    }

    /** What must hold side by side: the tree itself, or the parts of an outer conjunction. */
    default Stream<Tree> conjuncts() {
        return this instanceof And and ? and.parts().stream().flatMap(Tree::conjuncts) : Stream.of(this);
    }

    /** The fields that it tests. */
    default Stream<String> fields() {
        return switch (this) {
            case Test test -> Stream.of(test.cond().field());
            case And and -> and.parts().stream().flatMap(Tree::fields);
            case Or or -> or.parts().stream().flatMap(Tree::fields);
            case Not not -> not.part().fields();
        };
    }

    /** @param values all values that the row has for a field */
    default boolean accepts(Function<String, List<Object>> values) {
        return switch (this) {
            case Test test -> test.cond().accepts(values.apply(test.cond().field()));
            case And and -> and.parts().stream().allMatch(p -> p.accepts(values));
            case Or or -> or.parts().stream().anyMatch(p -> p.accepts(values));
            case Not not -> !not.part().accepts(values);
        };
    }
}
