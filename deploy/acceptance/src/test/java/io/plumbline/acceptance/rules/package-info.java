/** The rules and traps of the metric definitions, each with numbers worked out by hand; for the oracle and the product. */
package io.plumbline.acceptance.rules;
