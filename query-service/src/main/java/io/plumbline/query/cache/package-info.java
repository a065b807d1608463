/**
 * Answers that are kept and given again: in this process and, for all instances, in Redis. Knows nothing of specs, SQL or
 * JSON: an answer is bytes with the versions that it was made of.
 */
package io.plumbline.query.cache;
