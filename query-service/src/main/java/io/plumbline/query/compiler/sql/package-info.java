/**
 * Stage four: the text. Input: a {@link io.plumbline.query.compiler.plan.Plan}. Output: {@link
 * io.plumbline.query.compiler.sql.SqlQuery}. Invariant: values are placeholders, names are quoted in {@link
 * io.plumbline.query.compiler.sql.Identifiers} alone, and equal shapes give equal text.
 */
package io.plumbline.query.compiler.sql;
