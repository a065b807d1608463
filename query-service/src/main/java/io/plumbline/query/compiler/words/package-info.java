/**
 * A bound spec in English: how each number is computed, for people who read no SQL. In: the spec as written and as bound. Out:
 * sentences, the same for every tenant. One class for each aspect; none of them knows the plan.
 */
package io.plumbline.query.compiler.words;
