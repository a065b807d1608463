/** The packaged product, started once for all tests, seen only through its gateway. */
package io.plumbline.acceptance.product;
