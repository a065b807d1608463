package io.plumbline.spec.tenant;

/** The values of the token's {@code groups} claim, for {@code @RolesAllowed}. */
public final class Roles {
    /** Reads, runs and asks. */
    public static final String VIEWER = "viewer";
    /** The same, and jobs. */
    public static final String ANALYST = "analyst";
    /** Everything in the tenant: imports and the catalog too. */
    public static final String ADMIN = "admin";

    private Roles() {}
}
