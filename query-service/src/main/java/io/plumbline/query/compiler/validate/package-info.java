/**
 * Stage one: a user's mistakes. Input: a spec as written and the catalog's index. Output: every fault at once, with pointer,
 * what is allowed and the nearest name. Invariant: a spec without faults resolves, plans and renders.
 */
package io.plumbline.query.compiler.validate;
