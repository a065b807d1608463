/** Measures how fast the compiler is, and the whole product beside plain SQL. Nothing of it is part of the product. */
package io.plumbline.load;
