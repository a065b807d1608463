package io.plumbline.query.database;

import java.util.ArrayList;
import java.util.List;

/**
 * What decides whether row level security can be trusted on this connection.
 *
 * @param role the login role
 * @param versionNumber as {@code server_version_num}, for example 170006
 * @param bypassesSecurity the role, or one that it may become, is a superuser or has BYPASSRLS
 * @param ownsTables the role, or one that it may become, owns a table of the product
 */
record DatabaseFacts(String role, int versionNumber, boolean bypassesSecurity, boolean ownsTables) {
    private static final int MAJOR = 10_000;

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
        if (versionNumber < floor()) {
            objections.add("PostgreSQL " + version(versionNumber) + " has known faults in row level security."
                    + " Upgrade to 15.14, 16.10, 17.6 or newer.");
        }
        return List.copyOf(objections);
    }

    private int floor() {
        return switch (versionNumber / MAJOR) {
            case 15 -> 150_014;
            case 16 -> 160_010;
            default -> versionNumber / MAJOR > 17 ? 0 : 170_006;
        };
    }

    private static String version(int number) {
        return number / MAJOR + "." + number % MAJOR;
    }
}
