/** The forms of an answer's rows: which one a caller asks for, and how each is written piece by piece. */
package io.plumbline.spec.format;
