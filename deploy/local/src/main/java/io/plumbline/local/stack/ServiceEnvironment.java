package io.plumbline.local.stack;

import io.plumbline.embedded.PostgresAddress;
import io.plumbline.local.issuer.LocalIssuer;
import io.plumbline.local.state.PortPlan;
import io.plumbline.local.state.Service;
import io.plumbline.local.state.StateFolder;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The environment variables that a service of the local stack gets. */
final class ServiceEnvironment {
    private static final String LOOPBACK = "127.0.0.1";

    private ServiceEnvironment() {}

    static Map<String, String> of(
            Instance instance, PortPlan ports, PostgresAddress postgres, StateFolder state, Path data) {
        Service service = instance.service();
        Map<String, String> environment = new HashMap<>();
        environment.put("PLUMBLINE_DB", postgres.location());
        environment.put("PLUMBLINE_DB_PASSWORD", postgres.password(service.role()));
        environment.put("PLUMBLINE_MIGRATOR_PASSWORD", postgres.password("migrator"));
        if (service == Service.JOB) {
            environment.put("PLUMBLINE_SCHEDULER_PASSWORD", postgres.password("job_scheduler"));
        }
        environment.put("PLUMBLINE_KAFKA", LOOPBACK + ":" + ports.kafka());
        environment.put("PLUMBLINE_REDIS", "redis://" + LOOPBACK + ":" + ports.redis());
        environment.put("PLUMBLINE_ISSUER", LocalIssuer.ISSUER);
        environment.put("PLUMBLINE_JWKS", state.jwks().toUri().toString());
        for (Service neighbour : Service.values()) {
            environment.put(neighbour.urlVariable(), neighbour.url(ports));
        }
        environment.putAll(LocalLimits.beside(System.getenv()));
        if (service == Service.JOB) {
            environment.put("PLUMBLINE_SECRET_KEYS", SecretKeys.of(System.getenv(), data));
            environment.put("PLUMBLINE_PUBLIC_URL", ports.gatewayUrl());
            // A tracker on this machine is somebody's trial.
            environment.put("PLUMBLINE_JIRA_ALLOW_LOOPBACK", "true");
        }
        environment.put("PLUMBLINE_SPOOL", state.folder().resolve("spool").toString());
        environment.put("QUARKUS_HTTP_HOST", LOOPBACK);
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(instance.port(ports)));
        environment.put("QUARKUS_MANAGEMENT_HOST", LOOPBACK);
        environment.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(instance.managementPort(ports)));
        // The gateway begins the traces that are kept; what asks a service past it leaves none.
        // Memory that one thread gave back serves the others.
        environment.put("MALLOC_ARENA_MAX", "2");
        environment.put("PLUMBLINE_TRACES", state.traces().toString());
        environment.put("QUARKUS_OTEL_TRACES_SAMPLER_ARG", "0");
        // Logs are read by people here, and nobody balances load to a service that is about to stop.
        environment.put("QUARKUS_LOG_CONSOLE_JSON_ENABLED", "false");
        environment.put("QUARKUS_SHUTDOWN_DELAY", "0S");
        return environment;
    }
}
