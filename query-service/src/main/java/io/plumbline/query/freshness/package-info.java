/** How fresh a tenant's warehouse is, read in the same transaction as what it describes. */
package io.plumbline.query.freshness;
