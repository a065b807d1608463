package io.plumbline.translator.query;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.time.Duration;

/** Where query-service is and how long to wait for it. */
@ConfigMapping(prefix = "plumbline.query")
public interface QueryConfig {
    /** The address of query-service, without a path. */
    URI url();

    /** How long it may take to accept a connection. */
    Duration connectTimeout();

    /** How long it may take to list the values of a tenant. */
    Duration valuesTimeout();

    /** How long it may take to run a spec; longer than its own limit for a statement. */
    Duration runTimeout();

    /** How long a tenant's values are kept. */
    Duration valuesKept();

    /** Of how many tenants values are kept. */
    int tenantsKept();
}
