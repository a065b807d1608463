/**
 * Jobs as their row says they are: submitted, listed, shown and cancelled. What runs them is another package's; the row, its
 * history and what is told of it change in one transaction.
 */
package io.plumbline.jobs.job;
