/** Who changed what in a tenant's part of the catalog. */
package io.plumbline.catalog.history;
