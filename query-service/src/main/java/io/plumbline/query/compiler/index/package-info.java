/**
 * The catalog prepared for compiling. Input: a {@link io.plumbline.spec.catalog.Catalog}. Output: look-ups by name, parsed
 * templates and shortest many-to-one routes. Invariant: immutable to its readers; made once for each catalog version.
 */
package io.plumbline.query.compiler.index;
