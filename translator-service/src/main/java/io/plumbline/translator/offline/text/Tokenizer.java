package io.plumbline.translator.offline.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Splits text into tokens. Dates and issue keys stay whole; other punctuation goes, save what joins and negates. */
public final class Tokenizer {
    private static final Pattern TOKEN = Pattern.compile("\\d{4}-\\d{2}(?:-\\d{2})?(?!\\d)"
            + "|\\d{1,4}[/.]\\d{1,2}[/.]\\d{2,4}(?!\\d)"
            + "|[A-Z][A-Z0-9]+-\\d+(?![\\p{L}\\p{N}])"
            + "|[\\p{L}\\p{N}]+(?:['\u2019][\\p{L}]+)*"
            + "|!=|[,;&+<>]");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern POSSESSIVE = Pattern.compile("['\u2019]s$");
    private static final Pattern APOSTROPHE = Pattern.compile("['\u2019]");

    private Tokenizer() {}

    /** The tokens of a text in order; empty for a text without words. */
    public static List<Token> tokens(String text) {
        var tokens = new ArrayList<Token>();
        var matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            tokens.add(Token.of(matcher.group(), fold(matcher.group())));
        }
        return List.copyOf(tokens);
    }

    private static String fold(String surface) {
        var plain = MARKS.matcher(Normalizer.normalize(surface, Normalizer.Form.NFD))
                .replaceAll("");
        var lower = plain.toLowerCase(Locale.ROOT);
        var bare = APOSTROPHE.matcher(POSSESSIVE.matcher(lower).replaceAll("")).replaceAll("");
        return switch (bare) {
            case "&", "+" -> "and";
            case ";" -> ",";
            case "!=" -> "not";
            default -> bare;
        };
    }
}
