package io.plumbline.spec.tenant;

import java.util.Set;

/**
 * On whose behalf something runs.
 *
 * @param tenant whose rows may be seen
 * @param user who asked; for the audit and the database's session settings
 * @param roles of {@link Roles}; empty for work of the product itself
 */
public record Caller(Tenant tenant, String user, Set<String> roles) {
    public Caller {
        roles = Set.copyOf(roles);
    }

    /** Work of the product itself for one tenant, for example {@code import-worker}. */
    public static Caller system(Tenant tenant, String component) {
        return new Caller(tenant, component, Set.of());
    }
}
