/** Benchmarks of the compiler by itself: no network, no database. */
package io.plumbline.load.compiler;
