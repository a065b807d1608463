/** A question in, its answer out: translated, run by query-service with the caller's rights, and drawn. */
package io.plumbline.translator.ask;
