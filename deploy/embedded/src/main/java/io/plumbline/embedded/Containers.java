package io.plumbline.embedded;

import java.util.UUID;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;

/** The same servers in containers, for machines that have an engine; Testcontainers removes them with the JVM. */
final class Containers {
    private static final int POSTGRES_PORT = 5432;
    private static final int REDIS_PORT = 6379;

    private Containers() {}

    @SuppressWarnings("resource") // Lives as long as the JVM.
    static PostgresAddress postgres(String bootstrap) {
        String password = UUID.randomUUID().toString();
        GenericContainer<?> container = new GenericContainer<>(DockerImageName.parse("postgres:17"))
                .withEnv("POSTGRES_PASSWORD", password)
                .withEnv("POSTGRES_INITDB_ARGS", "--locale=C --locale-provider=builtin --builtin-locale=C.UTF-8")
                .withCommand("postgres", "-c", "fsync=off", "-c", "jit=off", "-c", "max_connections=120")
                .withExposedPorts(POSTGRES_PORT)
                // The image starts the server twice: first to set it up.
                .waitingFor(Wait.forLogMessage(".*ready to accept connections.*", 2));
        container.start();
        PostgresAddress address =
                PostgresAddress.withOnePassword(container.getHost(), container.getMappedPort(POSTGRES_PORT), password);
        PostgresDatabase.prepare(address, bootstrap);
        return address;
    }

    @SuppressWarnings("resource") // Lives as long as the JVM.
    static String redis() {
        GenericContainer<?> container =
                new GenericContainer<>(DockerImageName.parse("redis:7")).withExposedPorts(REDIS_PORT);
        container.start();
        return "redis://" + container.getHost() + ":" + container.getMappedPort(REDIS_PORT);
    }

    @SuppressWarnings("resource") // Lives as long as the JVM.
    static String kafka() {
        KafkaContainer container = new KafkaContainer(DockerImageName.parse("apache/kafka:4.1.1"))
                .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");
        container.start();
        String bootstrap = container.getBootstrapServers().replaceFirst("^\\w+://", "");
        KafkaTopics.create(bootstrap);
        return bootstrap;
    }
}
