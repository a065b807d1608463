/**
 * The catalog in the formats of other tools. {@code told} says which metrics those formats can say at all, {@code dbt} and
 * {@code osi} write and read one format each, {@code yaml} is their text. Everything that a format can't hold stands under
 * the name {@code plumbline} in its place for extensions, so that a catalog that is written and read again is the same.
 */
package io.plumbline.catalog.interop;
