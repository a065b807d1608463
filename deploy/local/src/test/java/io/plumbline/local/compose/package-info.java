/** The files by which the product runs in containers, checked against the sources that they speak of. */
package io.plumbline.local.compose;
