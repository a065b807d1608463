/**
 * The tenant's catalog as pages for people, made anew for each request: an index and a page for each metric, in HTML
 * without scripts. Records hold what a page says, Qute templates how it looks.
 */
package io.plumbline.catalog.pages;
