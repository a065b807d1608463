/**
 * Reads the lines of an import: one raw tracker object each, as Jira Cloud's REST API gives it. Input: bytes; output:
 * one {@link io.plumbline.jobs.tracker.TrackerRecord}, or {@link io.plumbline.jobs.tracker.InvalidRecord} with a reason
 * for people. Objects are read as a stream: what no metric needs (descriptions, avatars) never becomes an object.
 */
package io.plumbline.jobs.tracker;
