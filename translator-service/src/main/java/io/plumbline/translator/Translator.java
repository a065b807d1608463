package io.plumbline.translator;

import io.plumbline.spec.catalog.Catalog;

/**
 * Turns a question into a spec. Whatever stands behind it, a spec is all it may propose: it never sees rows and never
 * writes SQL.
 */
public interface Translator {

    /** The name that answers quote, for example {@code offline}. */
    String name();

    /**
     * What the question asks for.
     *
     * @param catalog the metrics and dimensions that may be named
     * @param values the values seen in the asking tenant's warehouse, and no other's
     */
    Translation translate(Question question, Catalog catalog, Values values);
}
