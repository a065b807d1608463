/** Removes jobs that ended long ago, with all that was noted of them. */
package io.plumbline.jobs.retention;
