package io.plumbline.catalog.interop.osi;

import io.plumbline.catalog.interop.file.Foreign;
import io.plumbline.catalog.interop.file.Unmappable;
import io.plumbline.catalog.interop.told.AggregateWords;
import io.plumbline.spec.Aggregation;
import io.plumbline.spec.expression.Expression;
import io.plumbline.spec.expression.Expression.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The aggregates of an expression, and what is left when names stand in their places. They are found by their words and
 * parentheses, since fields carry the names of datasets, which the grammar does not have; what stands in them is parsed.
 */
record OsiAggregates(List<Found> found, Expression rest) {
    private static final Pattern WORD = Pattern.compile(
            "'(?:[^']|'')*'?|\\b(count|sum|avg|min|max|median|stddev|stddev_samp|percentile_cont)\\s*\\(");
    private static final Pattern ORDERED = Pattern.compile("\\s*within\\s+group\\s*\\(\\s*order\\s+by\\b");
    private static final Pattern FILTER = Pattern.compile("\\s*filter\\s*\\(\\s*where\\b");
    private static final Pattern DISTINCT = Pattern.compile("\\s*distinct\\b");

    /**
     * One aggregate.
     *
     * @param argument the field or expression, or {@code *}
     * @param filter null where all rows count
     */
    record Found(Aggregation aggregation, String argument, String filter) {}

    static String name(int index) {
        return "part_" + (index + 1);
    }

    /** Whether the whole is one aggregate. */
    boolean isOne() {
        return found.size() == 1 && rest instanceof Column;
    }

    /** @param sql in normal form */
    static OsiAggregates of(String sql, String place) {
        return new Search(sql, place).run();
    }

    private static final class Search {
        private final String sql;
        private final String place;
        private final List<Found> found = new ArrayList<>();
        private final StringBuilder rest = new StringBuilder();
        private int at;

        Search(String sql, String place) {
            this.sql = sql;
            this.place = place;
        }

        OsiAggregates run() {
            Matcher words = WORD.matcher(sql);
            while (words.find(at)) {
                rest.append(sql, at, words.start());
                at = words.end();
                if (words.group(1) == null) {
                    rest.append(words.group());
                } else {
                    rest.append(name(found.size()));
                    found.add(aggregate(words.group(1)));
                }
            }
            rest.append(sql, at, sql.length());
            return new OsiAggregates(found, Foreign.parse(rest.toString(), place));
        }

        private Found aggregate(String word) {
            String argument = inside();
            if (word.equals("percentile_cont")) {
                return percentile(argument);
            }
            Aggregation aggregation = switch (word) {
                case "stddev", "stddev_samp" -> Aggregation.STDDEV;
                default -> Aggregation.find(word).orElseThrow();
            };
            Matcher distinct = DISTINCT.matcher(argument);
            boolean different = distinct.lookingAt();
            if (different && aggregation != Aggregation.COUNT) {
                throw new Unmappable(place, "distinct", "Only count takes distinct.");
            }
            String value = different ? argument.substring(distinct.end()) : argument;
            return new Found(different ? Aggregation.COUNT_DISTINCT : aggregation, value, filter());
        }

        private Found percentile(String fraction) {
            Aggregation aggregation = AggregateWords.percentile(number(fraction))
                    .orElseThrow(() -> new Unmappable(
                            place,
                            "unknown_percentile",
                            "This percentile has no counterpart.",
                            List.of("0.25", "0.5", "0.75", "0.85", "0.9", "0.95")));
            Matcher ordered = ORDERED.matcher(sql).region(at, sql.length());
            if (!ordered.lookingAt()) {
                throw new Unmappable(
                        place,
                        "beyond_grammar",
                        "A percentile is written percentile_cont(0.9) within group (order by x).");
            }
            at = ordered.end();
            return new Found(aggregation, inside(), filter());
        }

        private static double number(String text) {
            return text.strip().matches("[01]?\\.\\d{1,9}") ? Double.parseDouble(text.strip()) : -1;
        }

        private String filter() {
            Matcher filter = FILTER.matcher(sql).region(at, sql.length());
            if (!filter.lookingAt()) {
                return null;
            }
            at = filter.end();
            return inside();
        }

        /** The text up to the parenthesis that closes the one already read. */
        private String inside() {
            int start = at;
            boolean quoted = false;
            for (int open = 1; at < sql.length(); at++) {
                char c = sql.charAt(at);
                quoted ^= c == '\'';
                open += quoted ? 0 : c == '(' ? 1 : c == ')' ? -1 : 0;
                if (open == 0) {
                    return sql.substring(start, at++);
                }
            }
            throw new Unmappable(place, "beyond_grammar", "A parenthesis is not closed.");
        }
    }
}
