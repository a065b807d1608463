/**
 * What a tracker instance's fields and statuses mean: the administrator's mapping, completed by what is detected and by
 * the defaults of Jira Cloud. Input: an {@link io.plumbline.jobs.tracker.IssueRecord}; output: a {@link
 * io.plumbline.jobs.mapping.MappedIssue}, in which no field of the tracker has to be known any more.
 */
package io.plumbline.jobs.mapping;
