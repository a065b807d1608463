/** A tenant's settings on top of the catalog: defaults, hidden metrics, further words and the working calendar. */
package io.plumbline.catalog.overlay;
