package io.plumbline.local.issuer;

/**
 * Whom a token speaks for.
 *
 * @param tenant slug of the tenant
 * @param role viewer, analyst or admin
 */
public record Identity(String tenant, String user, String role) {
    public static final String DEMO_TENANT = "demo";

    /** The administrator of a tenant. */
    public static Identity admin(String tenant) {
        return new Identity(tenant, "admin", "admin");
    }
}
