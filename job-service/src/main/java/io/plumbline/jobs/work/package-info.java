/**
 * Runs jobs. The row of a job is the truth: a worker takes it by a lease on the database's clock and writes only under the
 * fence that it got with the lease, so that whoever lost it can change nothing. Kafka only says that there may be something.
 */
package io.plumbline.jobs.work;
