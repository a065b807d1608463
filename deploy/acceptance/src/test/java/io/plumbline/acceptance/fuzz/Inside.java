package io.plumbline.acceptance.fuzz;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an answer to a caller must not tell: class names, stack frames, SQL. */
final class Inside {
    private static final Pattern TOLD = Pattern.compile(
            "\\b(?:io|com|org|java|javax|jakarta|sun)\\.[a-z]+\\.[\\w.$]+"
                    + "|\\w+Exception\\b|\\.java:\\d+|\\bat [\\w.$]+\\("
                    + "|\"warehouse\\\\?\"\\.|warehouse\\.[a-z]|(?i:\\bselect\\b.{0,80}\\bfrom\\b)|SQLSTATE|\\bPgException|tenant_id\\\\?\" =");

    private Inside() {}

    /** The first thing told. */
    static Optional<String> find(String text) {
        Matcher matcher = TOLD.matcher(text);
        return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
    }
}
