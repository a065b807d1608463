package io.plumbline.catalog.lifecycle;

import io.plumbline.catalog.definition.SemanticVersion;
import io.plumbline.catalog.tenant.Versions;
import io.plumbline.catalog.version.Difference;
import io.plumbline.catalog.version.Level;
import io.plumbline.spec.catalog.MetricDefinition;
import io.plumbline.spec.problem.FieldError;
import java.util.ArrayList;
import java.util.List;

/** A new version's number says how much it changes for those who use the former one. */
final class VersionStep {
    private VersionStep() {}

    static List<FieldError> faults(MetricDefinition before, MetricDefinition after, List<Difference> differences) {
        SemanticVersion was = Versions.of(before);
        SemanticVersion is = Versions.of(after);
        if (is.compareTo(was) < 0) {
            return List.of(FieldError.of(
                    "/version",
                    "version_too_low",
                    "A new version is higher than %s, the newest %s."
                            .formatted(before.version(), is.major() == was.major() ? "of that major version" : "one")));
        }
        Level step = Level.of(was, is);
        var faults = new ArrayList<FieldError>();
        for (Difference difference : differences) {
            if (difference.level().compareTo(step) > 0) {
                faults.add(fault(difference));
            }
        }
        if (!faults.isEmpty()) {
            faults.addFirst(tooSmall(before, was, differences));
        }
        return faults;
    }

    static String text(SemanticVersion version) {
        return version.major() + "." + version.minor() + "." + version.patch();
    }

    private static FieldError tooSmall(MetricDefinition before, SemanticVersion was, List<Difference> differences) {
        Level needed = differences.stream()
                .map(Difference::level)
                .max(Level::compareTo)
                .orElseThrow();
        String next = text(needed.after(was));
        return new FieldError(
                "/version",
                "version_step_too_small",
                "What changes since %s needs a new %s version: %s or higher."
                        .formatted(before.version(), needed.wireName(), next),
                List.of(),
                next);
    }

    private static FieldError fault(Difference difference) {
        boolean breaks = difference.level() == Level.MAJOR;
        return FieldError.of(
                difference.pointer(),
                breaks ? "breaking_change" : "needs_minor_version",
                Texts.sentence(difference.message())
                        + (breaks
                                ? " Specs that use the metric would mean something else: raise the major version."
                                : " This needs a new minor version at least."));
    }
}
