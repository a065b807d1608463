package io.plumbline.catalog.version;

import io.plumbline.spec.catalog.Computation;
import io.plumbline.spec.expression.ExpressionException;
import io.plumbline.spec.expression.ExpressionParser;
import io.plumbline.spec.expression.ExpressionPrinter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What decides a metric's number, each part under its JSON pointer. Templates are compared as trees, so their spacing
 * does not count; a parameter that the former version did not have counts as its default.
 */
final class Meaning {
    private static final Pattern TEXT_OR_PARAMETER = Pattern.compile("'(?:[^']|'')*'|:([a-z][a-z0-9_]*)");

    private final Map<String, Integer> constants;
    private final Map<String, String> parts = new LinkedHashMap<>();

    private Meaning(Map<String, Integer> constants) {
        this.constants = constants;
    }

    /** @param constants parameters to be read as these numbers */
    static Map<String, String> of(Computation computation, Map<String, Integer> constants) {
        var meaning = new Meaning(constants);
        meaning.add(computation);
        return meaning.parts;
    }

    private void add(Computation computation) {
        put("type", computation.getClass().getSimpleName());
        put("aggregation", computation.aggregation().wireName());
        switch (computation) {
            case Computation.Simple it -> {
                put("entity", it.entity());
                put("event_time", it.eventTime());
                template("sql_template", it.sqlTemplate());
                template("where", it.where());
            }
            case Computation.PerSprint it -> template("sql_template", it.sqlTemplate());
            case Computation.Snapshot it -> {
                template("where", it.where());
                template("sql_template", it.sqlTemplate());
            }
            case Computation.Ratio it -> {
                put("numerator", it.numerator());
                put("denominator", it.denominator());
            }
            case Computation.Derived it -> {
                template("sql_template", it.sqlTemplate());
                put("inputs", it.inputs().toString());
            }
            case Computation.Composite it -> {
                put("parts", it.parts().toString());
                put("baseline", it.baseline().toString());
            }
        }
    }

    private void template(String member, String text) {
        put(
                member,
                text == null
                        ? ""
                        : normal(TEXT_OR_PARAMETER.matcher(normal(text)).replaceAll(found -> {
                            Integer constant = found.group(1) == null ? null : constants.get(found.group(1));
                            return Matcher.quoteReplacement(constant == null ? found.group() : constant.toString());
                        })));
    }

    private static String normal(String text) {
        try {
            return ExpressionPrinter.print(ExpressionParser.parse(text));
        } catch (ExpressionException refused) {
            return text;
        }
    }

    private void put(String member, String value) {
        parts.put("/computation/" + member, value);
    }
}
