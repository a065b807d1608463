/** Answers as an Arrow stream. */
package io.plumbline.spec.format.arrow;
