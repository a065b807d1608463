package io.plumbline.jobs.jira;

import java.time.ZoneId;

/**
 * An account of Jira.
 *
 * @param zone the time zone of its profile, in which Jira reads the times of its searches
 */
public record Account(String id, String displayName, ZoneId zone) {}
