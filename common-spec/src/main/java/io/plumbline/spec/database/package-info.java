/** PostgreSQL from a service's point of view: pool limits, tenant transactions, and what its failures mean. */
package io.plumbline.spec.database;
