package io.plumbline.local.stack;

import io.plumbline.embedded.PostgresAddress;
import io.plumbline.local.client.ApiClient;
import io.plumbline.local.client.ImportStatus;
import io.plumbline.local.client.Imports;
import io.plumbline.local.demo.DemoData;
import io.plumbline.local.issuer.Identity;
import io.plumbline.local.issuer.LocalIssuer;
import io.plumbline.local.state.Event;
import io.plumbline.local.state.StackException;
import io.plumbline.local.state.StateFolder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The demo tenants: generated and imported once, and anew when another last day is asked for. */
public final class DemoTenants {
    static final String PART = "demo data";
    private static final String INSTANCE = "main";
    private static final Duration TOKEN_LIFETIME = Duration.ofMinutes(30);

    private final Path folder;

    private DemoTenants(Path folder) {
        this.folder = folder;
    }

    /**
     * The demo tenants of a stack.
     *
     * @param folder where the stack keeps its data: what is loaded is noted there
     */
    public static DemoTenants besides(Path folder) {
        return new DemoTenants(folder.resolve("demo"));
    }

    private enum Tenant {
        DEMO(Identity.DEMO_TENANT),
        GLOBEX("globex");

        private final String slug;

        Tenant(String slug) {
            this.slug = slug;
        }

        void write(Path file, LocalDate until) throws IOException {
            switch (this) {
                case DEMO -> DemoData.writeDemo(file, until);
                case GLOBEX -> DemoData.writeGlobex(file, until);
            }
        }
    }

    /** Removes demo data of another last day than the one asked for; the services must not run yet. */
    void forgetOthers(PostgresAddress postgres, Optional<LocalDate> wanted) {
        Optional<LocalDate> loaded = loaded();
        if (loaded.isEmpty() || wanted.isEmpty() || loaded.equals(wanted)) {
            return;
        }
        try (Connection connection = postgres.connect(PostgresAddress.SUPERUSER)) {
            connection.setAutoCommit(false);
            // Every table is emptied: foreign keys need no check.
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET LOCAL session_replication_role = replica");
            }
            for (String table : tenantTables(connection)) {
                try (PreparedStatement delete =
                        connection.prepareStatement("DELETE FROM " + table + " WHERE tenant_id IN (?, ?)")) {
                    delete.setString(1, Tenant.DEMO.slug);
                    delete.setString(2, Tenant.GLOBEX.slug);
                    delete.executeUpdate();
                }
            }
            connection.commit();
            Files.deleteIfExists(marker());
        } catch (SQLException | IOException e) {
            throw new StackException(
                    "The former demo data could not be removed: " + e.getMessage(), "Start without --demo-until.", e);
        }
    }

    /**
     * Imports the demo tenants unless they are there.
     *
     * @param wanted the first day that has not happened yet in the data; empty: today
     * @throws StackException when an import fails, or they are there with another last day
     */
    public void load(URI gateway, LocalIssuer issuer, Optional<LocalDate> wanted, Consumer<Event> events)
            throws InterruptedException, IOException {
        Optional<LocalDate> loaded = loaded();
        if (loaded.isPresent()) {
            requireSame(loaded.get(), wanted);
            return;
        }
        LocalDate until = wanted.orElseGet(LocalDate::now);
        Files.createDirectories(folder);
        for (Tenant tenant : Tenant.values()) {
            events.accept(new Event(Event.Kind.PROGRESS, PART, "writing records of " + tenant.slug, 0));
            Path file = folder.resolve(tenant.slug + ".ndjson.gz");
            tenant.write(file, until);
            load(tenant, file, client(gateway, issuer, tenant), events);
        }
        StateFolder.writePrivately(marker(), until.toString());
        events.accept(Event.of(Event.Kind.STARTED, PART, "tenants demo and globex, up to " + until));
    }

    private static void requireSame(LocalDate loaded, Optional<LocalDate> wanted) {
        if (wanted.isPresent() && !wanted.get().equals(loaded)) {
            throw new StackException(
                    "The demo data is loaded up to %s already; data up to %s can't be put on top of it."
                            .formatted(loaded, wanted.get()),
                    "Start anew with the other day: ./plumbline down, then ./plumbline up --demo-until " + wanted.get()
                            + "; with Docker: docker compose down --volumes");
        }
    }

    private void load(Tenant tenant, Path file, Imports imports, Consumer<Event> events) throws InterruptedException {
        ImportStatus started = imports.start(file, INSTANCE, sent -> {});
        ImportStatus ended = imports.await(started.id(), new Steps(tenant, events));
        if (!ended.isCompleted() || ended.rejected() > 0) {
            throw new StackException(
                    "The import of tenant %s %s: %s; %d lines rejected."
                            .formatted(tenant.slug, ended.status(), ended.error(), ended.rejected()),
                    "The log of job-service says more.");
        }
    }

    /** Tells of an import whenever it has come further. */
    private static final class Steps implements Consumer<ImportStatus> {
        private final Tenant tenant;
        private final Consumer<Event> events;
        private Event last;

        Steps(Tenant tenant, Consumer<Event> events) {
            this.tenant = tenant;
            this.events = events;
        }

        @Override
        public void accept(ImportStatus status) {
            String stage = status.stage().replace('_', ' ');
            Event event =
                    new Event(Event.Kind.PROGRESS, PART, "importing " + tenant.slug + ", " + stage, status.progress());
            if (!event.equals(last)) {
                events.accept(event);
                last = event;
            }
        }
    }

    private static Imports client(URI gateway, LocalIssuer issuer, Tenant tenant) {
        return new Imports(new ApiClient(gateway, () -> issuer.token(Identity.admin(tenant.slug), TOKEN_LIFETIME)));
    }

    /** The first day that has not happened yet in the data that is loaded; empty when none is. */
    public Optional<LocalDate> loaded() {
        try {
            return Files.exists(marker())
                    ? Optional.of(LocalDate.parse(Files.readString(marker()).strip()))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private Path marker() {
        return folder.resolve("loaded-until");
    }

    /** Of every owner: job-service keeps beside the warehouse what it has read. Partitions are reached through their parents. */
    private static List<String> tenantTables(Connection connection) throws SQLException {
        String sql = """
                SELECT quote_ident(n.nspname) || '.' || quote_ident(c.relname)
                FROM pg_class c
                JOIN pg_namespace n ON n.oid = c.relnamespace
                JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant_id'
                WHERE n.nspname IN ('warehouse', 'jobs', 'query', 'translator')
                  AND c.relkind IN ('r', 'p') AND NOT c.relispartition
                """;
        List<String> tables = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }
}
