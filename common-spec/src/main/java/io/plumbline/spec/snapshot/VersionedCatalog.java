package io.plumbline.spec.snapshot;

import io.plumbline.spec.catalog.Catalog;

/** A catalog and the entity tag under which catalog-service gave it; a null tag means that none was given. */
record VersionedCatalog(Catalog catalog, String etag) {}
