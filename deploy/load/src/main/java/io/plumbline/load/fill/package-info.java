/** Fills a warehouse with a made-up past, large enough to measure on. */
package io.plumbline.load.fill;
