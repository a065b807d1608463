package io.plumbline.embedded;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * The servers of the tests, each started when first asked for and then shared by all tests of the JVM. Plain tests call
 * the static methods; Quarkus tests name this class with {@code @QuarkusTestResource(value = EmbeddedServers.class,
 * initArgs = @ResourceArg(name = "servers", value = "postgres,kafka,redis"))}, which sets the {@code PLUMBLINE_*}
 * settings. With {@code -Dplumbline.infra=containers} the servers run in containers.
 */
public final class EmbeddedServers implements QuarkusTestResourceLifecycleManager {
    private static final String BOOTSTRAP = "db/bootstrap.sql";

    private String wanted = "postgres,kafka,redis";

    /** PostgreSQL with the database {@code plumbline}, prepared by {@code db/bootstrap.sql} of the class path. */
    public static PostgresAddress postgres() {
        String[] parts = PerJvm.text("postgres", EmbeddedServers::startPostgres).split(" ", -1);
        return PostgresAddress.withOnePassword(parts[0], Integer.parseInt(parts[1]), parts[2]);
    }

    /** Bootstrap servers of Kafka, {@code host:port}; the topics of the product are there. */
    public static String kafka() {
        return PerJvm.text("kafka", () -> {
            if (inContainers()) {
                return Containers.kafka();
            }
            EmbeddedKafka kafka = EmbeddedKafka.start(null, 0, 0);
            atExit(kafka::close);
            return kafka.bootstrap();
        });
    }

    /** {@code redis://host:port}. */
    public static String redis() {
        return PerJvm.text("redis", () -> {
            if (inContainers()) {
                return Containers.redis();
            }
            EmbeddedRedis redis = EmbeddedRedis.start(EmbeddedRedis.Settings.forTests());
            atExit(redis::close);
            return redis.url();
        });
    }

    /** Takes {@code servers} (which to start, by comma; default all) as argument. */
    @Override
    public void init(Map<String, String> arguments) {
        wanted = arguments.getOrDefault("servers", wanted);
    }

    /** Starts what is wanted and gives the settings of a service. */
    @Override
    public Map<String, String> start() {
        Map<String, String> settings = new HashMap<>();
        settings.put("PLUMBLINE_ISSUER", TestTokens.ISSUER);
        settings.put("PLUMBLINE_JWKS", TestTokens.jwksLocation());
        for (String server : wanted.split(",", -1)) {
            switch (server.strip()) {
                case "postgres" -> settings.putAll(postgresSettings(postgres()));
                case "kafka" -> settings.put("PLUMBLINE_KAFKA", kafka());
                case "redis" -> settings.put("PLUMBLINE_REDIS", redis());
                default ->
                    throw new IllegalArgumentException(
                            "Unknown server '%s'; there are postgres, kafka, redis".formatted(server));
            }
        }
        return settings;
    }

    /** The servers are shared and end with the JVM. */
    @Override
    public void stop() {}

    private static Map<String, String> postgresSettings(PostgresAddress address) {
        String password = address.password("migrator");
        return Map.of(
                "PLUMBLINE_DB", address.location(),
                "PLUMBLINE_DB_PASSWORD", password,
                "PLUMBLINE_SCHEDULER_PASSWORD", password,
                "PLUMBLINE_MIGRATOR_PASSWORD", password);
    }

    private static boolean inContainers() {
        return "containers".equals(System.getProperty("plumbline.infra"));
    }

    private static String startPostgres() {
        String bootstrap = EmbeddedPostgres.resource(BOOTSTRAP);
        if (inContainers()) {
            return text(Containers.postgres(bootstrap));
        }
        EmbeddedPostgres server = EmbeddedPostgres.start(EmbeddedPostgres.Settings.forTests(bootstrap));
        atExit(server::close);
        return text(server.address());
    }

    private static String text(PostgresAddress address) {
        return address.host() + " " + address.port() + " " + address.password(PostgresAddress.SUPERUSER);
    }

    private static void atExit(Runnable end) {
        Runtime.getRuntime().addShutdownHook(new Thread(end, "embedded-" + UUID.randomUUID()));
    }
}
