package io.plumbline.catalog.overlay;

import io.plumbline.catalog.store.TenantCatalog;
import io.plumbline.catalog.tenant.Overlay;
import io.plumbline.catalog.tenant.Words;
import io.plumbline.spec.NearestName;
import io.plumbline.spec.catalog.Catalog;
import io.plumbline.spec.catalog.DimensionDefinition;
import io.plumbline.spec.catalog.MetricDefinition;
import io.plumbline.spec.catalog.MetricDefinition.Parameter;
import io.plumbline.spec.problem.FieldError;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whether an overlay fits the tenant's catalog; every fault at once. */
final class OverlayCheck {
    /** As in the JSON Schema of metric definitions. */
    private static final Pattern WORD = Pattern.compile("[a-z0-9]([a-z0-9 /'-]{0,58}[a-z0-9])?");

    private static final int MOST_WORDS = 60;

    private final Catalog catalog;
    private final List<String> metrics;
    private final List<FieldError> faults = new ArrayList<>();

    private OverlayCheck(Catalog catalog) {
        this.catalog = catalog;
        this.metrics = catalog.metrics().stream()
                .map(MetricDefinition::name)
                .distinct()
                .toList();
    }

    static List<FieldError> faults(TenantCatalog tenant, Overlay overlay) {
        // Words and defaults of the former overlay do not count: this one takes their place.
        var check =
                new OverlayCheck(tenant.with(tenant.part().with(Overlay.EMPTY)).catalog());
        overlay.parameters().forEach(check::parameters);
        check.hidden(overlay.hidden());
        check.synonyms(overlay.synonyms());
        check.faults.addAll(CalendarCheck.faults(overlay.calendar()));
        return check.faults;
    }

    private void parameters(String metric, Map<String, Integer> defaults) {
        String pointer = "/parameters/" + escape(metric);
        if (isUnknown(pointer, metric, metrics, "metric")) {
            return;
        }
        List<Parameter> known = catalog.metrics().stream()
                .filter(it -> it.active() && it.name().equals(metric))
                .flatMap(it -> it.parameters().stream())
                .toList();
        List<String> names = known.stream().map(Parameter::name).distinct().toList();
        defaults.forEach((name, value) -> {
            String place = pointer + "/" + escape(name);
            if (!isUnknown(place, name, names, "parameter of `" + metric + "`")) {
                known.stream()
                        .filter(parameter -> parameter.name().equals(name))
                        .filter(it -> value == null || value < it.minimum() || value > it.maximum())
                        .findFirst()
                        .ifPresent(it -> fault(
                                place,
                                "out_of_range",
                                "`%s` is a whole number from %d to %d.".formatted(name, it.minimum(), it.maximum())));
            }
        });
    }

    private void hidden(List<String> hidden) {
        for (int i = 0; i < hidden.size(); i++) {
            String pointer = "/hidden/" + i;
            if (!isUnknown(pointer, hidden.get(i), metrics, "metric") && hidden.indexOf(hidden.get(i)) < i) {
                fault(pointer, "duplicate", "`" + hidden.get(i) + "` stands here twice.");
            }
        }
    }

    private void synonyms(Map<String, List<String>> synonyms) {
        List<String> names = Stream.concat(
                        metrics.stream(), catalog.dimensions().stream().map(DimensionDefinition::name))
                .toList();
        Words words = Words.of(catalog);
        var added = new HashMap<String, String>();
        synonyms.forEach((name, list) -> {
            String pointer = "/synonyms/" + escape(name);
            if (isUnknown(pointer, name, names, "metric or dimension")) {
                return;
            }
            if (list.size() > MOST_WORDS) {
                fault(pointer, "too_long", "At most %d words lead to one thing.".formatted(MOST_WORDS));
            }
            for (int i = 0; i < list.size(); i++) {
                word(pointer + "/" + i, name, list.get(i), words, added);
            }
        });
    }

    private void word(String pointer, String name, String word, Words words, Map<String, String> added) {
        if (!WORD.matcher(word).matches()) {
            fault(
                    pointer,
                    "wrong_form",
                    "A word has 1 to 60 small letters, digits, blanks, hyphens, slashes and apostrophes.");
            return;
        }
        String holder = words.holder(word).orElseGet(() -> added.putIfAbsent(word, name));
        if (holder != null && !holder.equals(name)) {
            fault(pointer, "word_is_taken", "\"%s\" already leads to `%s`.".formatted(word, holder));
        }
    }

    private boolean isUnknown(String pointer, String name, List<String> known, String what) {
        if (known.contains(name)) {
            return false;
        }
        String nearest = NearestName.find(name, known).orElse(null);
        String hint = nearest == null ? "" : " Did you mean `" + nearest + "`?";
        faults.add(new FieldError(pointer, "unknown_name", "There is no such " + what + "." + hint, known, nearest));
        return true;
    }

    private void fault(String pointer, String code, String message) {
        faults.add(FieldError.of(pointer, code, message));
    }

    private static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
