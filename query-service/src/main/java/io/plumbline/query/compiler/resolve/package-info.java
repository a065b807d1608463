/**
 * Stage two: names become catalog objects. Input: a spec without faults and the catalog's index. Output: {@link
 * io.plumbline.query.compiler.resolve.ResolvedSpec}. Invariant: no name of the caller is left but the result columns',
 * values have the type of their column, and time is in instants of the spec's zone.
 */
package io.plumbline.query.compiler.resolve;
