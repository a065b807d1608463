package io.plumbline.spec.event;

/** The Kafka topics. A key begins with the tenant, so that one tenant's records stay in order. */
public final class Topics {
    /** Jobs that batch users put there, with a signed token in the {@code authorization} header. */
    public static final String JOBS_SUBMIT = "analytics.jobs.submit";
    /** Commands to run an interactive job. */
    public static final String JOBS_HIGH = "analytics.jobs.high";
    /** Commands to run a batch job. */
    public static final String JOBS_LOW = "analytics.jobs.low";
    /** Progress events, keyed by job id. */
    public static final String JOBS_PROGRESS = "analytics.jobs.progress";
    /** Job records that could not be handled. */
    public static final String JOBS_DLQ = "analytics.jobs.dlq";
    /** Raw tracker records. */
    public static final String TRACKER_CHANGES = "tracker.changes";
    /** Tracker records that could not be handled. */
    public static final String TRACKER_CHANGES_DLQ = "tracker.changes.dlq";
    /** {@link CatalogChanged}, keyed {@link CatalogChanged#KEY}. */
    public static final String CATALOG_CHANGED = "catalog.changed";
    /** {@link WarehouseChanged}, keyed by tenant. */
    public static final String WAREHOUSE_CHANGED = "warehouse.changed";

    private Topics() {}
}
