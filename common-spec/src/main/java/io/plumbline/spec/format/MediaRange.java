package io.plumbline.spec.format;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One media range of an {@code Accept} header (RFC 9110, 12.5.1). Parameters other than {@code q} don't tell our forms
 * apart and are passed over.
 *
 * @param type {@code *} is any
 * @param subtype {@code *} is any
 * @param quality from 0, not wanted, to 1
 */
record MediaRange(String type, String subtype, double quality) {
    private static final String ANY = "*";
    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
    private static final Pattern RANGE = Pattern.compile("\\s*(" + TOKEN + ")/(" + TOKEN + ")\\s*(;.*)?");
    private static final Pattern QUALITY =
            Pattern.compile(";\\s*q\\s*=\\s*(0(?:\\.\\d{0,3})?|1(?:\\.0{0,3})?)\\s*(?:;|$)", Pattern.CASE_INSENSITIVE);

    /** Empty for a text that is no media range. */
    static Optional<MediaRange> parse(String text) {
        Matcher range = RANGE.matcher(text);
        if (!range.matches()) {
            return Optional.empty();
        }
        return Optional.of(new MediaRange(
                range.group(1).toLowerCase(Locale.ROOT),
                range.group(2).toLowerCase(Locale.ROOT),
                range.group(3) == null ? 1 : quality(range.group(3))));
    }

    private static double quality(String parameters) {
        Matcher quality = QUALITY.matcher(parameters);
        return quality.find() ? Double.parseDouble(quality.group(1)) : 1;
    }

    boolean matches(String mediaType) {
        String[] parts = mediaType.split("/", 2);
        return (type.equals(ANY) || type.equals(parts[0])) && (subtype.equals(ANY) || subtype.equals(parts[1]));
    }

    /** The nearer range decides, wherever it stands in the header. */
    int precision() {
        return (type.equals(ANY) ? 0 : 1) + (subtype.equals(ANY) ? 0 : 1);
    }
}
