package io.plumbline.query.database;

import java.util.ArrayList;
import java.util.List;

/**
 * What decides whether row level security can be trusted on this connection, whatever its role is called.
 *
 * @param role the login role
 * @param bypassesSecurity the role, or one that it may become, is a superuser or has BYPASSRLS
 * @param ownsTables the role, or one that it may become, owns a table of the product
 */
record DatabaseFacts(String role, boolean bypassesSecurity, boolean ownsTables) {
    /** Why the service must not run on such a database; empty where it may. */
    List<String> objections() {
        List<String> objections = new ArrayList<>();
        if (bypassesSecurity) {
            objections.add("The role " + role + " can bypass row level security (superuser or BYPASSRLS)."
                    + " Connect as a role without either, as db/bootstrap.sql makes it.");
        }
        if (ownsTables) {
            objections.add("The role " + role + " owns tables that it reads, or may become their owner."
                    + " Let the role migrator own them and connect as query_service.");
        }
        return List.copyOf(objections);
    }
}
