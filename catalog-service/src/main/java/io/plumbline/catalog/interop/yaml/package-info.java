/** YAML of strangers becomes a JSON tree, within bounds; trees become YAML that people read. */
package io.plumbline.catalog.interop.yaml;
