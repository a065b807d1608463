/** Whose request it is: tenant, user and roles from the token, and transactions that see only that tenant's rows. */
package io.plumbline.spec.tenant;
