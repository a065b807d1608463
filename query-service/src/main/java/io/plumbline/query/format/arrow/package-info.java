/** Answers as an Arrow stream. */
package io.plumbline.query.format.arrow;
