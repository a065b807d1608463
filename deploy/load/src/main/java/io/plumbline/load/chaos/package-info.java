/** Has jobs submitted, cancelled and read while parts of the product are killed and stopped, and checks what became of each. */
package io.plumbline.load.chaos;
