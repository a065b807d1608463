/** The snapshot of the catalog that questions are read against, still served while catalog-service is away. */
package io.plumbline.translator.catalog;
