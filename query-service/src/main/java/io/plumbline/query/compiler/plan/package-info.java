/**
 * Stage three: the relational plan. Input: a {@link io.plumbline.query.compiler.resolve.ResolvedSpec} and the tenant.
 * Output: {@link io.plumbline.query.compiler.plan.PlannedQuery}, named steps that read the warehouse and one another.
 * Invariant: every relation of the warehouse is bound to the tenant where it is read, and {@link
 * io.plumbline.query.compiler.plan.TenantCheck} has seen it.
 */
package io.plumbline.query.compiler.plan;
