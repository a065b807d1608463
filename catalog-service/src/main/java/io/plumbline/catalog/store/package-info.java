/** The catalog in the database: seeded from the definition files at start, read back, held in memory, made known. */
package io.plumbline.catalog.store;
