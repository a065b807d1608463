/**
 * Streams of what happens to a job. The table of events is the log that every stream reads from; news over Kafka only say
 * that there is something to read. A client that can't keep up, or comes back, reads on from the table.
 */
package io.plumbline.jobs.stream;
