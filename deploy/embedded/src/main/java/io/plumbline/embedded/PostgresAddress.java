package io.plumbline.embedded;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a PostgreSQL server listens and how to log in.
 *
 * @param passwords by role: the superuser {@code postgres} and each of {@link #ROLES}
 */
public record PostgresAddress(String host, int port, String database, Map<String, String> passwords) {
    public static final String SUPERUSER = "postgres";
    /**
     * Roles that the bootstrap script makes and that get a password: the owner of the schemas, then the services, and
     * job-service's second role, which sees when which job of any tenant is due.
     */
    public static final List<String> ROLES = List.of(
            "migrator", "catalog_service", "query_service", "job_service", "translator_service", "job_scheduler");

    // DriverManager finds drivers in the class loader that asks it first, which in a Quarkus test may be another one.
    static {
        try {
            Class.forName("org.postgresql.Driver");
        } catch (ClassNotFoundException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    public PostgresAddress {
        passwords = Map.copyOf(passwords);
    }

    /** A server for tests: one password serves every role, so that one setting serves every service. */
    static PostgresAddress withOnePassword(String host, int port, String password) {
        return new PostgresAddress(host, port, "plumbline", onePassword(password));
    }

    static Map<String, String> onePassword(String password) {
        return Stream.concat(Stream.of(SUPERUSER), ROLES.stream())
                .collect(Collectors.toMap(role -> role, role -> password));
    }

    /** {@code host:port/database}, as the services take it. */
    public String location() {
        return host + ":" + port + "/" + database;
    }

    public String password(String role) {
        String password = passwords.get(role);
        if (password == null) {
            throw new IllegalArgumentException("No password for role " + role + "; there are " + passwords.keySet());
        }
        return password;
    }

    /** JDBC URL that logs in as the role. */
    public String jdbcUrl(String role) {
        return "jdbc:postgresql://%s?user=%s&password=%s".formatted(location(), encoded(role), encoded(password(role)));
    }

    public String superuserUrl() {
        return jdbcUrl(SUPERUSER);
    }

    public Connection connect(String role) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(role));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
