/**
 * What a new version of a metric changes for those who use the former one, and which versions can be queried beside
 * each other (R-B4). Pure.
 */
package io.plumbline.catalog.version;
