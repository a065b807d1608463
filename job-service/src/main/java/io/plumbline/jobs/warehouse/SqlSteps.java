package io.plumbline.jobs.warehouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Runs the named SQL files under {@code sql/import}, in which {@code :tenant} and {@code :instance} stand for bound
 * values. A statement ends with a semicolon at a line's end; a comment fills its line.
 */
final class SqlSteps {
    private static final Pattern MARKER = Pattern.compile(":(tenant|instance)\\b");
    private static final Pattern END = Pattern.compile(";[ ]*(?:\n|$)");
    private static final Pattern LASTING =
            Pattern.compile("(?:WITH news AS \\(\\s*)?(?:INSERT INTO|UPDATE|DELETE FROM) (?:warehouse|jobs)\\.");

    private final String tenant;
    private final String instance;

    SqlSteps(String tenant, String instance) {
        this.tenant = tenant;
        this.instance = instance;
    }

    /** Runs a file's statements; gives the number of rows that they wrote into lasting tables. */
    long run(Connection connection, String step) throws SQLException {
        long rows = 0;
        for (String sql : statements(step)) {
            try (PreparedStatement statement = prepare(connection, sql)) {
                boolean isResult = statement.execute();
                rows += !isResult && LASTING.matcher(sql).lookingAt() ? statement.getUpdateCount() : 0;
            }
        }
        return rows;
    }

    /** The one statement of a file, with its values bound. */
    PreparedStatement prepare(Connection connection, String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        Matcher markers = MARKER.matcher(sql);
        PreparedStatement statement = connection.prepareStatement(markers.replaceAll(marker -> {
            values.add(marker.group(1).equals("tenant") ? tenant : instance);
            return "?";
        }));
        for (int i = 0; i < values.size(); i++) {
            statement.setString(i + 1, values.get(i));
        }
        return statement;
    }

    /** The statements of a file. */
    static List<String> statements(String step) {
        String plain =
                resource(step).lines().filter(line -> !line.startsWith("--")).collect(Collectors.joining("\n"));
        return END.splitAsStream(plain)
                .map(String::strip)
                .filter(sql -> !sql.isEmpty())
                .toList();
    }

    private static String resource(String step) {
        String name = "sql/import/" + step + ".sql";
        try (var stream = SqlSteps.class.getClassLoader().getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("no resource " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
