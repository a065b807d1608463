/** Specs to compare the product and the oracle on: each legal combination once, and random ones. */
package io.plumbline.acceptance.spec;
