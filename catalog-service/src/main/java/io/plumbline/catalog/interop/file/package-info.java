/** What the formats have in common: names, definitions beside what a format can hold, and what was read of a file. */
package io.plumbline.catalog.interop.file;
