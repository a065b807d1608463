package io.plumbline.jobs.overview;

/**
 * How much waits in all, of all tenants: numbers alone.
 *
 * @param oldestSeconds age of the job that is due for the longest time; 0 where none is
 * @param outboxSeconds age of the oldest message that Kafka was not told yet; 0 where there is none
 */
record QueueDepth(double high, double low, double oldestSeconds, double outbox, double outboxSeconds) {
    static final QueueDepth UNKNOWN = new QueueDepth(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
}
