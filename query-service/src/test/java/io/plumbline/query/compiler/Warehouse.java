package io.plumbline.query.compiler;

import io.plumbline.embedded.EmbeddedPostgres;
import io.plumbline.embedded.PostgresAddress;
import io.plumbline.spec.result.ResultColumn;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.postgresql.util.PGobject;

/** A PostgreSQL of the compiler's tests alone, with the warehouse of {@code compiler/warehouse.sql} for two tenants. */
final class Warehouse {
    static final String TENANT = "acme";
    static final String RIVAL = "rival";
    private static final PostgresAddress ADDRESS = start();
    private static final Connection SERVICE = connect("query_service", false);
    private static final Connection SUPERUSER = connect(PostgresAddress.SUPERUSER, true);

    private Warehouse() {}

    /** The rows of a statement with {@code $n} placeholders, run as the service's role under row security. */
    static synchronized List<List<Object>> run(String tenant, String text, List<Object> binds) {
        try {
            try (PreparedStatement setting = SERVICE.prepareStatement("SELECT set_config('app.tenant_id', ?, true)")) {
                setting.setString(1, tenant);
                setting.execute();
            }
            return rows(SERVICE, text, binds);
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage() + "\n" + text + "\n" + binds, e);
        } finally {
            rollBack();
        }
    }

    /** A row without the columns that say why there is no number. */
    static List<Object> shown(List<Object> row, List<ResultColumn> columns) {
        return IntStream.range(0, row.size())
                .filter(i -> columns.get(i).isShown())
                .mapToObj(row::get)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    static PostgresAddress address() {
        return ADDRESS;
    }

    /** The rows of a query written by hand, as the superuser. */
    static synchronized List<List<Object>> byHand(String sql) {
        try {
            return rows(SUPERUSER, sql, List.of());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Changes made by hand, as the superuser. */
    static synchronized void change(String sql) {
        try (Statement statement = SUPERUSER.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void rollBack() {
        try {
            SERVICE.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Connection connect(String role, boolean autoCommit) {
        try {
            Connection connection = ADDRESS.connect(role);
            connection.setAutoCommit(autoCommit);
            return connection;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<List<Object>> rows(Connection connection, String text, List<Object> binds) throws SQLException {
        Placeholders placeholders = Placeholders.of(text);
        try (PreparedStatement statement = connection.prepareStatement(placeholders.text())) {
            for (int i = 0; i < placeholders.numbers().size(); i++) {
                Object value = binds.get(placeholders.numbers().get(i) - 1);
                statement.setObject(i + 1, value instanceof Object[] list ? array(connection, list) : value);
            }
            return rows(statement.executeQuery());
        }
    }

    private static Object array(Connection connection, Object[] values) throws SQLException {
        return connection.createArrayOf(values instanceof Boolean[] ? "boolean" : "text", values);
    }

    private static List<List<Object>> rows(ResultSet result) throws SQLException {
        List<List<Object>> rows = new ArrayList<>();
        while (result.next()) {
            List<Object> row = new ArrayList<>();
            for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                row.add(value(result.getObject(i)));
            }
            rows.add(row);
        }
        return rows;
    }

    private static Object value(Object value) {
        return switch (value) {
            case Date date -> date.toLocalDate();
            case PGobject object -> object.getValue();
            case null -> null;
            default -> value;
        };
    }

    private static PostgresAddress start() {
        String bootstrap = EmbeddedPostgres.resource("db/bootstrap.sql");
        EmbeddedPostgres server = EmbeddedPostgres.start(EmbeddedPostgres.Settings.forTests(bootstrap));
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "compiler-warehouse"));
        Flyway.configure(Thread.currentThread().getContextClassLoader())
                .dataSource(server.address().jdbcUrl("migrator"), null, null)
                .schemas("warehouse")
                .createSchemas(false)
                .locations("classpath:db/warehouse")
                .load()
                .migrate();
        fill(server.address(), TENANT, "");
        fill(server.address(), RIVAL, "CANARY ");
        analyze(server.address());
        return server.address();
    }

    /** Else plans are poor until the server finds the time for it itself. */
    private static void analyze(PostgresAddress address) {
        try (Connection connection = address.connect(PostgresAddress.SUPERUSER);
                Statement statement = connection.createStatement()) {
            statement.execute("ANALYZE");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void fill(PostgresAddress address, String tenant, String mark) {
        String script = EmbeddedPostgres.resource("compiler/warehouse.sql")
                .replace("<tenant>", tenant)
                .replace("<mark>", mark);
        try (Connection connection = address.connect(PostgresAddress.SUPERUSER);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(script);
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** JDBC numbers nothing: each {@code $n} becomes a question mark, and is remembered. */
    private record Placeholders(String text, List<Integer> numbers) {
        static Placeholders of(String text) {
            List<Integer> numbers = new ArrayList<>();
            String plain = Pattern.compile("\\$(\\d+)").matcher(text).replaceAll(match -> {
                numbers.add(Integer.valueOf(match.group(1)));
                return "?";
            });
            return new Placeholders(plain, numbers);
        }
    }
}
