/** The rows of jobs: kept in pages as they come, given out in the forms of query-service, dropped when their time is over. */
package io.plumbline.jobs.result;
