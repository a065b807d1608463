package io.plumbline.local.state;

import java.nio.file.Path;

/** The four services, in the order in which they are started. */
public enum Service {
    CATALOG("catalog-service", "catalog_service", 8084, "PLUMBLINE_CATALOG_URL"),
    JOB("job-service", "job_service", 8083, "PLUMBLINE_JOBS_URL"),
    QUERY("query-service", "query_service", 8082, "PLUMBLINE_QUERY_URL"),
    TRANSLATOR("translator-service", "translator_service", 8081, "PLUMBLINE_TRANSLATOR_URL");

    private static final int MANAGEMENT = 1000;

    private final String title;
    private final String role;
    private final int port;
    private final String urlVariable;

    Service(String title, String role, int port, String urlVariable) {
        this.title = title;
        this.role = role;
        this.port = port;
        this.urlVariable = urlVariable;
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

    /** The environment variable by which others are told its address. */
    public String urlVariable() {
        return urlVariable;
    }

    /** Its address in a stack on this machine. */
    public String url(PortPlan ports) {
        return "http://127.0.0.1:" + port(ports);
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
