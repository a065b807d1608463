/** What must hold between two answers of the product, whatever the right numbers are. */
package io.plumbline.acceptance.relation;
