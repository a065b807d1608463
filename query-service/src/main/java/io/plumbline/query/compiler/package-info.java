/**
 * The compiler: an {@link io.plumbline.spec.AnalyticsSpec} becomes one parameterized SQL statement.
 *
 * <p>Four pure stages, each a package of its own: {@code validate} finds a user's mistakes, {@code resolve} binds names to
 * the catalog, {@code plan} builds the relational plan, {@code sql} writes it. Nothing here waits, runs or reads JSON.
 */
package io.plumbline.query.compiler;
