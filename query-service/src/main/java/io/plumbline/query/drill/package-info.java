/** Opens a cell of an answer: the issues behind it, under the rights of the caller who asks. */
package io.plumbline.query.drill;
