/** Makes an answer again from its receipt and says what became of it: the same, or changed, and why. */
package io.plumbline.query.verify;
