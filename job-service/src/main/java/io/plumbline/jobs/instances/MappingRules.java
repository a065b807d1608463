package io.plumbline.jobs.instances;

import io.plumbline.jobs.mapping.FieldMapping;
import io.plumbline.spec.problem.CommonProblem;
import io.plumbline.spec.problem.FieldError;
import io.plumbline.spec.problem.ProblemException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Checks a mapping; finds all faults at once. */
public final class MappingRules {
    private static final int MAX_TEXT = 255;
    private static final int MAX_LIST = 200;

    private final List<FieldError> faults = new ArrayList<>();

    private MappingRules() {}

    /** The mapping itself; @throws ProblemException (400) with all its faults. */
    public static FieldMapping checked(FieldMapping mapping) {
        var rules = new MappingRules();
        if (mapping == null) {
            rules.fault("", "missing", "A mapping is an object; {} leaves everything to detection and defaults.");
        } else {
            rules.check(mapping);
        }
        if (!rules.faults.isEmpty()) {
            throw new ProblemException(
                    CommonProblem.INVALID_REQUEST, "The mapping is not valid; see errors.", rules.faults);
        }
        return mapping;
    }

    private void check(FieldMapping mapping) {
        text("/story_points_field", mapping.storyPointsField());
        text("/sprint_field", mapping.sprintField());
        text("/flagged_field", mapping.flaggedField());
        list("/blocked_statuses", mapping.blockedStatuses());
        list("/todo_statuses", mapping.todoStatuses());
        list("/in_progress_statuses", mapping.inProgressStatuses());
        list("/done_statuses", mapping.doneStatuses());
        list("/bug_types", mapping.bugTypes());
        if (mapping.production() != null) {
            list("/production/labels", mapping.production().labels());
            list("/production/components", mapping.production().components());
            list("/production/environments", mapping.production().environments());
            text("/production/field", mapping.production().field());
            list("/production/field_values", mapping.production().fieldValues());
        }
        oneMeaning(mapping);
    }

    private void oneMeaning(FieldMapping mapping) {
        Set<String> seen = new HashSet<>();
        once("/todo_statuses", mapping.todoStatuses(), seen);
        once("/in_progress_statuses", mapping.inProgressStatuses(), seen);
        once("/done_statuses", mapping.doneStatuses(), seen);
    }

    private void once(String pointer, List<String> statuses, Set<String> seen) {
        for (int i = 0; statuses != null && i < statuses.size(); i++) {
            if (statuses.get(i) != null && !seen.add(statuses.get(i).strip().toLowerCase(Locale.ROOT))) {
                fault(pointer + "/" + i, "ambiguous", "This status is given twice; it can have one category only.");
            }
        }
    }

    private void list(String pointer, List<String> values) {
        if (values == null) {
            return;
        }
        if (values.size() > MAX_LIST) {
            fault(pointer, "too_many", "At most %d values are allowed.".formatted(MAX_LIST));
        }
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i) == null) {
                fault(pointer + "/" + i, "missing", "The value must be a text.");
            }
            text(pointer + "/" + i, values.get(i));
        }
    }

    private void text(String pointer, String value) {
        if (value != null && (value.isBlank() || value.length() > MAX_TEXT || value.indexOf('\0') >= 0)) {
            fault(
                    pointer,
                    "invalid_value",
                    "The text must have 1 to %d characters, none of them U+0000.".formatted(MAX_TEXT));
        }
    }

    private void fault(String pointer, String code, String message) {
        faults.add(FieldError.of(pointer, code, message));
    }
}
