/** From the bytes of a request to a compiled query: the part that run and explain share. */
package io.plumbline.query.intake;
