package io.plumbline.translator.query;

import io.plumbline.translator.Values;

/**
 * Values and the entity tag under which query-service gave them.
 *
 * @param etag null where none was given
 */
record TaggedValues(Values values, String etag) {}
