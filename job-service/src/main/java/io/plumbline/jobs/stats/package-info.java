/**
 * Keeps the materialized views of the warehouse fresh: soon after imports, and by time for what other instances import. Nothing
 * waits for them: each reader sees of which version of the data they were made.
 */
package io.plumbline.jobs.stats;
