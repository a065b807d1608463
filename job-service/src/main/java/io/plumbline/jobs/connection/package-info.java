/** Connections to trackers over HTTP: where, as whom, how often. What they bring in is the matter of package sync. */
package io.plumbline.jobs.connection;
