/** What job-service alone may ask, in the name of who submitted a job: whether a spec is valid, and its rows. */
package io.plumbline.query.jobs;
