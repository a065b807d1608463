/** Publishes the language of specs. */
package io.plumbline.query.schema;
