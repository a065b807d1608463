/** What is kept: answers as bytes, and the keys that say all that they depend on. */
package io.plumbline.query.cache.kept;
