/**
 * Syncs connected Jiras: a run reads what changed since the connection's checkpoint, oldest first, and merges it in batches by
 * the same import that files take. Each merge moves the checkpoint in its own transaction and only under the connection's fence,
 * so that a run goes on where it was killed, and never two of them at once.
 */
package io.plumbline.jobs.sync;
