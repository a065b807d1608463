/** Which specs are asked how often: the table {@code query.analytics_cache}, written off the requests' path. */
package io.plumbline.query.popularity;
