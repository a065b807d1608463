/** Random specs, right and wrong ones, against the running product: it answers or refuses, and tells no secret. */
package io.plumbline.acceptance.fuzz;
