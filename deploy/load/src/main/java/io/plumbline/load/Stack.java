package io.plumbline.load;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/**
 * A local stack that is up, as its file {@code stack.env} tells.
 *
 * @param gateway where requests go
 * @param database with the superuser's name and password
 * @param kafka bootstrap server
 */
public record Stack(URI gateway, URI database, String kafka) {

    /** The stack of the state folder {@code PLUMBLINE_STATE}. */
    public static Stack running() throws IOException {
        Path file = folder().resolve("stack.env");
        if (!Files.exists(file)) {
            throw new IOException(
                    "No stack is up: there is no " + file
                            + ". Start one with ./plumbline up --detach --no-demo; PLUMBLINE_STATE names the folder of another one.");
        }
        var values = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            values.load(reader);
        }
        return new Stack(
                URI.create(values.getProperty("PLUMBLINE_URL")),
                URI.create(values.getProperty("PLUMBLINE_PG_URL")),
                values.getProperty("PLUMBLINE_KAFKA"));
    }

    /** The state folder. */
    public static Path folder() {
        return Path.of(System.getenv().getOrDefault("PLUMBLINE_STATE", "deploy/local/.state"));
    }

    /** A connection of the superuser, whom row security does not bind. */
    public Connection superuser() throws SQLException {
        String[] user = database.getUserInfo().split(":", 2);
        var login = new Properties();
        login.setProperty("user", user[0]);
        login.setProperty("password", user[1]);
        return DriverManager.getConnection(
                "jdbc:postgresql://%s:%d%s".formatted(database.getHost(), database.getPort(), database.getPath()),
                login);
    }
}
