package io.plumbline.spec.tenant;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.regex.Pattern;

/** A tenant's slug, for example {@code acme}: 1 to 63 of {@code a-z 0-9 _ -}, the first a letter or digit. */
public record Tenant(@JsonValue String slug) {
    private static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9_-]{0,62}");

    public Tenant {
        if (!SLUG.matcher(slug).matches()) {
            throw new IllegalArgumentException("not a tenant slug");
        }
    }

    /**
     * The tenant of that slug.
     *
     * @throws IllegalArgumentException where the text is no slug
     */
    @JsonCreator
    public static Tenant of(String slug) {
        return new Tenant(slug);
    }

    /** The tenant of that slug; empty where the text is null or no slug. */
    public static Optional<Tenant> find(String slug) {
        return Optional.ofNullable(slug)
                .filter(text -> SLUG.matcher(text).matches())
                .map(Tenant::new);
    }

    @Override
    public String toString() {
        return slug;
    }
}
