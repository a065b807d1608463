/**
 * The metric definitions that specs are compiled against: a snapshot in memory of what catalog-service owns, still
 * served while catalog-service is away.
 */
package io.plumbline.query.catalog;
