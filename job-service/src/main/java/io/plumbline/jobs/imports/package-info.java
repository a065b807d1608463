/**
 * Imports over HTTP: a body is spooled to a file, its first record checked, and the rest happens behind a queue, so that
 * a crash at any moment loses nothing that was answered with 202. The spool is the queue of record on this machine; the
 * row in {@code jobs.imports} tells people how far it is.
 */
package io.plumbline.jobs.imports;
