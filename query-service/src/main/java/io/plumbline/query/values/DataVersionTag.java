package io.plumbline.query.values;

import java.util.Optional;
import java.util.regex.Pattern;

/** An entity tag that holds a data version. */
final class DataVersionTag {
    private static final Pattern FORM = Pattern.compile("\"v(\\d{1,18})\"");

    private DataVersionTag() {}

    static String format(long dataVersion) {
        return "\"v" + dataVersion + "\"";
    }

    /** The version in a tag of ours; empty for null and for any other text. */
    static Optional<Long> parse(String tag) {
        return Optional.ofNullable(tag)
                .map(FORM::matcher)
                .filter(matcher -> matcher.matches())
                .map(matcher -> Long.parseLong(matcher.group(1)));
    }
}
