/**
 * Tells Kafka what the tables say happened: rows of {@code jobs.outbox}, written with the change, are published and deleted
 * once the broker has them. At least once, in order, and without a part in anybody's request.
 */
package io.plumbline.jobs.outbox;
