/**
 * The catalog's definition files. Input: the YAML files under {@code definitions}; output: an admitted {@link
 * io.plumbline.spec.catalog.Catalog}. Plain Java without any framework: other modules' tests load the catalog from here.
 */
package io.plumbline.catalog.definition;
