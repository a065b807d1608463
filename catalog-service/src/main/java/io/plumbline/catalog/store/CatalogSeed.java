package io.plumbline.catalog.store;

import io.plumbline.spec.catalog.Catalog;
import java.time.Instant;

/**
 * What seeding found and did.
 *
 * @param catalog the catalog from now on
 * @param rowsChanged how many metric versions were added, changed or taken out of use; 0 where the files said nothing new
 * @param changedAt when the catalog got its present version
 * @param isNew whether that was just now
 */
record CatalogSeed(Catalog catalog, int rowsChanged, Instant changedAt, boolean isNew) {}
