package io.plumbline.jobs.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.jobs.tracker.IssueRecord;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells bugs, and bugs that were found in production. */
final class BugRules {
    private final Set<String> types;
    private final Set<String> labels;
    private final Set<String> components;
    private final Set<String> environments;
    private final String field;
    private final Set<String> fieldValues;

    BugRules(FieldMapping mapping) {
        this.types = plain(mapping.bugTypes());
        this.labels = plain(mapping.production().labels());
        this.components = plain(mapping.production().components());
        this.environments = plain(mapping.production().environments());
        this.field = mapping.production().field();
        this.fieldValues = plain(mapping.production().fieldValues());
    }

    boolean isBug(IssueRecord issue) {
        return types.contains(plain(issue.type()));
    }

    boolean isEscaped(IssueRecord issue) {
        return isBug(issue)
                && (any(labels, issue.labels())
                        || any(components, issue.components())
                        || (issue.environment() != null && environments.contains(plain(issue.environment())))
                        || (field != null && marks(issue.custom().get(field))));
    }

    private boolean marks(JsonNode value) {
        if (value == null || value.isNull()) {
            return false;
        }
        if (value.isArray()) {
            for (JsonNode element : value) {
                if (marks(element)) {
                    return true;
                }
            }
            return false;
        }
        JsonNode named = value.isObject() ? value.path(value.has("value") ? "value" : "name") : value;
        String text = plain(named.asText(""));
        return fieldValues.isEmpty() ? !text.isEmpty() && !text.equals("false") : fieldValues.contains(text);
    }

    private static boolean any(Set<String> wanted, Collection<String> present) {
        return present.stream().anyMatch(text -> wanted.contains(plain(text)));
    }

    private static Set<String> plain(List<String> texts) {
        return FieldMapping.orEmpty(texts).stream().map(BugRules::plain).collect(Collectors.toUnmodifiableSet());
    }

    private static String plain(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
