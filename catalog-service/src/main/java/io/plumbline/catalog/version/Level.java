package io.plumbline.catalog.version;

import com.fasterxml.jackson.annotation.JsonValue;
import io.plumbline.catalog.definition.SemanticVersion;
import java.util.Locale;

/** How much a difference asks of the version, the least first. */
public enum Level {
    /** Words only: no spec and no number changes. */
    PATCH,
    /** Something more can be asked; what was asked before gives the same numbers. */
    MINOR,
    /** The same spec would give other numbers, or be refused. */
    MAJOR;

    /** The lowest version after the given one that such a change may have. */
    public SemanticVersion after(SemanticVersion version) {
        return switch (this) {
            case PATCH -> new SemanticVersion(version.major(), version.minor(), version.patch() + 1);
            case MINOR -> new SemanticVersion(version.major(), version.minor() + 1, 0);
            case MAJOR -> new SemanticVersion(version.major() + 1, 0, 0);
        };
    }

    /** The step from one version to a later one. */
    public static Level of(SemanticVersion before, SemanticVersion after) {
        if (after.major() != before.major()) {
            return MAJOR;
        }
        return after.minor() == before.minor() ? PATCH : MINOR;
    }

    /** The name on the wire, for example {@code minor}. */
    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
