/**
 * Writes the warehouse. Input: tracker records; they are staged in temporary tables by COPY, then one transaction picks
 * the newest version of each issue, derives what metrics read by set-based SQL (one named file under {@code sql/import}
 * for each step) and makes it visible at once. Nothing else of the product writes these tables.
 */
package io.plumbline.jobs.warehouse;
