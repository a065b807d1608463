/** Connected trackers over HTTP: what their fields and statuses mean. A change derives the instance's data again. */
package io.plumbline.jobs.instances;
