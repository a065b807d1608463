/** Who asked what of the database, and what became of it. Nothing runs for a caller that is not written down first. */
package io.plumbline.query.audit;
