/**
 * Live ingestion. Input: records of the topic {@code tracker.changes} and signed webhooks. Each is first claimed: a short
 * insert into {@code jobs.inbox}, after which its sender is answered. The drainer merges what waits with the same import as a
 * file's and deletes it in the same transaction; what can't be merged becomes a dead letter, and its neighbours go on.
 */
package io.plumbline.jobs.ingest;
