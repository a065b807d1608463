package io.plumbline.query.testing;

import com.sun.net.httpserver.HttpServer;
import io.plumbline.catalog.definition.CatalogFiles;
import io.plumbline.embedded.EmbeddedServers;
import io.plumbline.embedded.PostgresAddress;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the service meets in its tests: a real PostgreSQL with two tenants' rows, catalog-service at the wire and, where
 * asked for, Kafka and Redis. Arguments: {@code kafka=true}; {@code redis=shared} by all tests, or {@code own} to be
 * killed; {@code warming} is the delay before popular specs are run again, which they else are not; {@code catalog=away} at first; {@code proxy=true} for a database that
 * can be cut off; {@code warehouse=none} for one whose warehouse has no tables; {@code timeout} of a statement; {@code
 * patience} with a caller who reads nothing; {@code check} between two looks at the catalog; {@code traces=true}
 * to keep them in a folder.
 * {@link Control} acts on it.
 */
public final class Neighbours implements QuarkusTestResourceLifecycleManager {
    /** The secret that the service shares with job-service. */
    private static final String INTERNAL_KEY = "0123456789abcdef0123456789abcdef";
    /** Nothing listens there: Kafka and Redis are away unless asked for. */
    private static final String NOBODY = "127.0.0.1:9";

    private Map<String, String> arguments = Map.of();
    private HttpServer server;
    private RedisServer redis;

    @Override
    public void init(Map<String, String> given) {
        arguments = Map.copyOf(given);
    }

    @Override
    public Map<String, String> start() {
        boolean kafka = arguments.containsKey("kafka");
        EmbeddedServers servers = new EmbeddedServers();
        servers.init(Map.of("servers", kafka ? "postgres,kafka" : "postgres"));
        Map<String, String> settings = new HashMap<>(servers.start());
        settings.putIfAbsent("PLUMBLINE_KAFKA", NOBODY);
        settings.put("PLUMBLINE_REDIS", redis());
        settings.put("PLUMBLINE_INTERNAL_KEY", INTERNAL_KEY);
        if (arguments.containsKey("timeout")) {
            settings.put("PLUMBLINE_JOB_STATEMENT_TIMEOUT", arguments.get("timeout"));
        }
        Warehouse.prepare(EmbeddedServers.postgres());
        startControls(settings);
        server.start();
        if (arguments.containsKey("timeout")) {
            settings.put("PLUMBLINE_STATEMENT_TIMEOUT", arguments.get("timeout"));
            settings.put("PLUMBLINE_TRIAL_TIMEOUT", arguments.get("timeout"));
        }
        if (arguments.containsKey("patience")) {
            settings.put("plumbline.stream.write-patience", arguments.get("patience"));
        }
        if (arguments.containsKey("warming")) {
            settings.put("plumbline.warming.delay", arguments.get("warming"));
        } else {
            settings.put("plumbline.warming.specs", "0");
        }
        if (arguments.containsKey("traces")) {
            settings.put("plumbline.traces.folder", temporary().toString());
            settings.put("quarkus.otel.sdk.disabled", "false");
        }
        if (arguments.containsKey("check")) {
            settings.put("plumbline.catalog.check-every", arguments.get("check"));
        }
        return settings;
    }

    @Override
    public void stop() {
        server.stop(0);
        if (redis != null) {
            redis.close();
        }
    }

    private String redis() {
        return switch (arguments.getOrDefault("redis", "away")) {
            case "shared" -> EmbeddedServers.redis();
            case "own" -> {
                redis = RedisServer.start();
                yield redis.url();
            }
            default -> "redis://" + NOBODY;
        };
    }

    private void startControls(Map<String, String> settings) {
        server = listen();
        CatalogServer catalog = new CatalogServer(CatalogFiles.load());
        catalog.setAway("away".equals(arguments.get("catalog")));
        server.createContext("/internal/catalog", catalog::answer);
        on("/catalog/away", () -> catalog.setAway(true));
        on("/catalog/back", () -> catalog.setAway(false));
        on("/catalog/rename", () -> catalog.rename("renamed"));
        on("/catalog/redefine", () -> catalog.replace("created", Redefinition::withoutBugs));
        on("/catalog/forget", () -> catalog.replace("created", _ -> Stream.empty()));
        on("/catalog/restore", catalog::restore);
        if (arguments.containsKey("proxy")) {
            PostgresAddress postgres = EmbeddedServers.postgres();
            TcpProxy proxy = TcpProxy.start(postgres.port());
            settings.put("PLUMBLINE_DB", "127.0.0.1:" + proxy.port() + "/" + postgres.database());
            on("/database/cut", proxy::cut);
            on("/database/restore", proxy::restore);
        }
        if (redis != null) {
            on("/redis/kill", redis::kill);
            on("/redis/restart", redis::restart);
            on("/redis/freeze", redis::freeze);
            on("/redis/thaw", redis::thaw);
        }
        if (arguments.containsKey("warehouse")) {
            PostgresAddress bare = Warehouse.createBare("query_bare");
            settings.put("PLUMBLINE_DB", bare.location());
            on("/warehouse/migrate", () -> Warehouse.migrate(bare));
        }
        settings.put(
                "PLUMBLINE_CATALOG_URL",
                "http://127.0.0.1:" + server.getAddress().getPort());
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("traces");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void on(String path, Runnable action) {
        server.createContext(path, exchange -> {
            try (exchange) {
                action.run();
                exchange.sendResponseHeaders(204, -1);
            }
        });
    }

    private static HttpServer listen() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
