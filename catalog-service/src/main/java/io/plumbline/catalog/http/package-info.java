/** What the catalog's answers have in common: the envelope with the catalog's version, and its entity tag. */
package io.plumbline.catalog.http;
