/**
 * Submissions from the topic {@code analytics.jobs.submit}: the same as by HTTP, with the signed token in a header. What is
 * refused goes to {@code analytics.jobs.dlq} with its reason; what comes at a bad time waits.
 */
package io.plumbline.jobs.submission;
