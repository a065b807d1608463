/** Tries metrics that are about to be written to the catalog, before anyone can use them. */
package io.plumbline.query.trial;
