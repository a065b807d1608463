/**
 * Admission of definitions. Input: {@link io.plumbline.catalog.definition.Definitions} that their schemas have accepted;
 * output: faults, all at once. A rule is one class; {@link io.plumbline.catalog.definition.rule.Admission} lists them.
 */
package io.plumbline.catalog.definition.rule;
