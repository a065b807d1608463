/** The running product under load, beside the same SQL without the product. */
package io.plumbline.load.run;
