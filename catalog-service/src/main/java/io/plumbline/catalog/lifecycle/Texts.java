package io.plumbline.catalog.lifecycle;

import io.plumbline.spec.catalog.MetricDefinition;
import io.plumbline.spec.problem.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Texts that people read, and that translators put before a model: visible characters only. */
final class Texts {
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}&&[^\\n]]");

    private Texts() {}

    static List<FieldError> faults(MetricDefinition metric) {
        var faults = new ArrayList<FieldError>();
        check("/display_name", metric.displayName(), faults);
        check("/description", metric.description(), faults);
        for (int i = 0; i < metric.examples().size(); i++) {
            check("/examples/" + i, metric.examples().get(i), faults);
        }
        for (int i = 0; i < metric.parameters().size(); i++) {
            check(
                    "/parameters/" + i + "/description",
                    metric.parameters().get(i).description(),
                    faults);
        }
        return faults;
    }

    static boolean isClean(String text) {
        return !UNSEEN.matcher(text).find();
    }

    /** A rule's words as a sentence. */
    static String sentence(String words) {
        String text = words.isEmpty() ? "Something is wrong here" : words;
        String begun = text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
        return begun.endsWith(".") ? begun : begun + ".";
    }

    private static void check(String pointer, String text, List<FieldError> faults) {
        if (text != null && !isClean(text)) {
            faults.add(FieldError.of(
                    pointer, "unseen_character", "It holds a control or an invisible character; remove it."));
        }
    }
}
