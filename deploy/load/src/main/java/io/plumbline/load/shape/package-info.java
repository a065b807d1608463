/** The questions that are measured. */
package io.plumbline.load.shape;
