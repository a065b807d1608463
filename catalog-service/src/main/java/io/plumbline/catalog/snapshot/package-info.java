/** The whole catalog for the other services, which keep a copy of it. */
package io.plumbline.catalog.snapshot;
