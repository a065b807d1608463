package io.plumbline.jobs.stream;

/**
 * An event of a job's log.
 *
 * @param data JSON
 */
record LogEvent(long seq, String kind, String data) {}
