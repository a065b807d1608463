package io.plumbline.catalog.definition;

import java.util.Comparator;

/** A metric's version: a new major changes the meaning, a minor adds, a patch corrects. */
public record SemanticVersion(int major, int minor, int patch) implements Comparable<SemanticVersion> {
    private static final Comparator<SemanticVersion> ORDER = Comparator.comparingInt(SemanticVersion::major)
            .thenComparingInt(SemanticVersion::minor)
            .thenComparingInt(SemanticVersion::patch);

    /** Reads {@code major.minor.patch}; the schema has checked the form. */
    public static SemanticVersion parse(String text) {
        String[] parts = text.split("\\.", 3);
        return new SemanticVersion(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
    }

    @Override
    public int compareTo(SemanticVersion other) {
        return ORDER.compare(this, other);
    }
}
