/** The copy of the catalog that the services keep in memory, so that a catalog outage stops no query. */
package io.plumbline.spec.snapshot;
