package io.plumbline.local.state;

import java.nio.file.Path;

/** The four services, in the order in which they are started. */
public enum Service {
    CATALOG("catalog-service", "catalog_service", 8084),
    JOB("job-service", "job_service", 8083),
    QUERY("query-service", "query_service", 8082),
    TRANSLATOR("translator-service", "translator_service", 8081);

    private static final int MANAGEMENT = 1000;

    private final String title;
    private final String role;
    private final int port;

    Service(String title, String role, int port) {
        this.title = title;
        this.role = role;
        this.port = port;
    }

    public String title() {
        return title;
    }

    /** Its database role. */
    public String role() {
        return role;
    }

    public int port(PortPlan ports) {
        return port + ports.offset();
    }

    /** Where health and metrics are. */
    public int managementPort(PortPlan ports) {
        return port(ports) + MANAGEMENT;
    }

    /** The packaged service in a checkout. */
    public Path application(Path checkout) {
        return checkout.resolve(title).resolve("target/quarkus-app");
    }
}
