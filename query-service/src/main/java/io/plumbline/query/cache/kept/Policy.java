package io.plumbline.query.cache.kept;

import io.plumbline.spec.tenant.Caller;
import io.plumbline.spec.tenant.Roles;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What decides which of a tenant's rows a caller sees: callers of different policies share no answer.
 *
 * @param version of the rules in this release
 * @param roles of the caller that the rules may look at, sorted
 */
public record Policy(int version, List<String> roles) {
    /** Raise it with each change of what a role may see: answers of the release before become unreachable. */
    public static final int VERSION = 1;

    public Policy {
        roles = roles.stream().sorted().toList();
    }

    /** The present rules for that caller. */
    public static Policy of(Caller caller) {
        return new Policy(
                VERSION,
                Stream.of(Roles.VIEWER, Roles.ANALYST, Roles.ADMIN)
                        .filter(caller.roles()::contains)
                        .toList());
    }

    /** The roles that a text of {@link #rolesText()} names. */
    public static Set<String> roles(String text) {
        return text.isEmpty() ? Set.of() : Set.of(text.split("\\+", -1));
    }

    /** The roles, joined by a plus sign. */
    public String rolesText() {
        return String.join("+", roles);
    }

    /** Different for different policies; has no colon. */
    String text() {
        return version + "." + rolesText();
    }
}
