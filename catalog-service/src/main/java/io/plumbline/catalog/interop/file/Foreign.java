package io.plumbline.catalog.interop.file;

import io.plumbline.spec.expression.Expression;
import io.plumbline.spec.expression.ExpressionException;
import io.plumbline.spec.expression.ExpressionParser;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** SQL of others, as far as it is an expression of our closed grammar. */
public final class Foreign {
    private static final Pattern TEXT_OR_REST = Pattern.compile("'(?:[^']|'')*'?|[^']+");
    private static final Pattern JINJA = Pattern.compile("\\{\\{|\\{%|\\{#");
    private static final List<String> GRAMMAR = List.of(
            "columns, numbers, 'text', + - * /, comparisons, and, or, not, in, is null, case when",
            "coalesce, nullif, abs, greatest, least, round, days_between, hours_between",
            "count, sum, avg, min, max (only where rows are aggregated)");

    private Foreign() {}

    /** @throws Unmappable where the text holds a template or is beyond the grammar */
    public static Expression parse(String sql, String pointer) {
        refuseJinja(sql, pointer);
        try {
            return ExpressionParser.parse(normal(sql));
        } catch (ExpressionException e) {
            throw new Unmappable(
                    pointer,
                    "beyond_grammar",
                    "This SQL is beyond the expressions that are taken: %s. A duration is days_between(a, b) or hours_between(a, b)."
                            .formatted(e.fault().describe()),
                    GRAMMAR);
        }
    }

    public static void refuseJinja(String text, String pointer) {
        if (JINJA.matcher(text).find()) {
            throw new Unmappable(
                    pointer,
                    "jinja",
                    "Jinja templates are not run here; write out what they stand for.",
                    List.of("{{ Dimension('entity__dimension') }} in a filter"));
        }
    }

    /** The same in lower case but for its texts, with one sign for unequal; SQL's names do not tell cases apart. */
    public static String normal(String sql) {
        var normal = new StringBuilder();
        Matcher parts = TEXT_OR_REST.matcher(sql.strip());
        while (parts.find()) {
            String part = parts.group();
            normal.append(
                    part.startsWith("'") ? part : part.toLowerCase(Locale.ROOT).replace("<>", "!="));
        }
        return normal.toString();
    }
}
