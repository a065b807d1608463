/** A tenant's settings on top of the catalog: defaults, hidden metrics and further words. */
package io.plumbline.catalog.overlay;
