/**
 * Jira Cloud's REST API at the wire: addresses that may be called, one request at a time with limits of time and size, waits as
 * long as Jira asks for, and the pages of its lists. Knows no tenant and no database.
 */
package io.plumbline.jobs.jira;
