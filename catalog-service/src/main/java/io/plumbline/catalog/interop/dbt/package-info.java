/**
 * dbt's semantic layer, in the YAML of dbt projects with semantic models that stand apart from models: {@code
 * semantic_models} with entities, dimensions and measures, and {@code metrics}. The shape is that of dbt-semantic-interfaces
 * 0.9, with {@code model: ref('…')} as dbt has it.
 */
package io.plumbline.catalog.interop.dbt;
