/**
 * Lints over the database's own catalog: each knows one hole through which a tenant could see or write another's rows,
 * whatever the code that asks. The rules stand in {@code db/checks/row_security}, one query each; no row is no finding.
 */
package io.plumbline.spec.rowsecurity;
